'use strict';

const { is } = require('./elements');

/** The expression that names an element's delegate; of a throwing event, that of its message. */
function delegateOf(node) {
  const message = (node.eventDefinitions ?? []).find((definition) => is(definition, 'bpmn:MessageEventDefinition'));
  return delegateExpression(node) ?? (message && delegateExpression(message));
}

function delegateExpression(element) {
  return has(element, 'camunda:delegateExpression') ? element.get('camunda:delegateExpression') : undefined;
}

function has(element, name) {
  return element.$descriptor.propertiesByName[name] !== undefined;
}

/** Whether a transaction of its own begins before it. */
function hasSavepoint(node) {
  return flag(node, 'camunda:asyncBefore') || flag(node, 'camunda:async');
}

function hasSavepointAfter(node) {
  return flag(node, 'camunda:asyncAfter');
}

function flag(node, name) {
  return has(node, name) && node.get(name) === true;
}

module.exports = { delegateOf, hasSavepoint, hasSavepointAfter };
