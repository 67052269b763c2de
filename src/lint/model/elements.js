'use strict';

/**
 * The elements of a model as bpmn-moddle reads it. bpmnlint itself does not enter extension
 * elements that it does not know; code could hide there.
 */

/** What each rule asks for anew; a model does not change while it is linted. */
const KNOWN = new WeakMap();

/** Every element, itself first, whatever namespace it has. */
function all(element) {
  if (!KNOWN.has(element)) {
    KNOWN.set(element, [...walk(element)]);
  }
  return KNOWN.get(element);
}

function* walk(element) {
  yield element;
  for (const child of children(element)) {
    yield* walk(child);
  }
}

function children(element) {
  if (element.$descriptor.isGeneric) {
    return element.$children || [];
  }
  return element.$descriptor.properties
    .filter((property) => !property.isAttr && !property.isReference && !property.isBody)
    .flatMap((property) => element[property.name] ?? [])
    .filter((child) => child && child.$type);
}

/** Every element of a type, such as `bpmn:UserTask`. */
function ofType(root, type) {
  return all(root).filter((element) => is(element, type));
}

function is(element, ...types) {
  return types.some((type) => element.$instanceOf(type));
}

/** What is written in an element: its attributes without references, and its text. */
function written(element) {
  const found = [];
  const add = (name, value) => value !== undefined && found.push({ name, value: String(value) });
  if (element.$descriptor.isGeneric) {
    for (const [name, value] of Object.entries(element)) {
      if (!name.startsWith('$') || name === '$body') {
        add(name, value);
      }
    }
    return found;
  }
  for (const property of element.$descriptor.properties) {
    const value = element[property.name];
    if (value !== null && typeof value !== 'object' && !property.isReference && isOwn(element, property)) {
      add(property.name, value);
    }
  }
  Object.entries(element.$attrs || {}).forEach(([name, value]) => add(name, value));
  return found;
}

/** Whether it stands in the file, and is no default of the notation. */
function isOwn(element, property) {
  return Object.prototype.hasOwnProperty.call(element, property.name);
}

/** The nearest element with an id of its own, the element itself included. */
function owner(element) {
  let candidate = element;
  while (candidate && (!candidate.id || is(candidate, 'bpmn:EventDefinition'))) {
    candidate = candidate.$parent;
  }
  return candidate || element;
}

/** The extension elements of a type that an element has. */
function extensions(element, type) {
  const values = element.extensionElements?.values ?? [];
  return values.filter((value) => is(value, type));
}

/** The exclusive and inclusive gateways with more than one way out. */
function decidingGateways(root) {
  return ofType(root, 'bpmn:Gateway').filter(
    (gateway) => is(gateway, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway') && isSplit(gateway)
  );
}

function isSplit(node) {
  return (node.outgoing || []).length > 1;
}

function isBlank(text) {
  return !text || !text.trim();
}

module.exports = { all, decidingGateways, extensions, is, isBlank, isSplit, ofType, owner, written };
