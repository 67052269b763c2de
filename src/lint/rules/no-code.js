'use strict';

const { all, is, written } = require('../model/elements');
const { modelRule } = require('../model/rule');

const ELEMENTS = ['scriptTask', 'script', 'connector', 'connectorId', 'conditionalEventDefinition'];
const ATTRIBUTES = ['class', 'expression', 'type', 'topic', 'resource', 'scriptFormat', 'variableMappingClass'];
const REMEDY = 'Move what it does into a delegate bean and name that bean.';

/** Models hold no code: no scripts, classes, connectors, or jobs for unknown workers. */
module.exports = modelRule((definitions, finding) => {
  for (const element of all(definitions)) {
    if (ELEMENTS.includes(tag(element))) {
      finding(element, `It holds <${tag(element)}>.`, REMEDY);
    }
    for (const name of camundaAttributes(element).filter((name) => ATTRIBUTES.includes(name))) {
      if (!(isListener(element) && name === 'expression')) {
        finding(element, `It holds camunda:${name}.`, REMEDY);
      }
    }
    const condition = element.$parent?.conditionExpression === element;
    if (condition && element.language) {
      finding(element, `It holds a condition in ${element.language}.`, REMEDY);
    }
  }
});

/** `scriptTask` of `bpmn:ScriptTask`. */
function tag(element) {
  const name = element.$type.replace(/^.*:/, '');
  return name[0].toLowerCase() + name.slice(1);
}

function camundaAttributes(element) {
  const own = element.$type.startsWith('camunda:');
  const found = written(element).map(({ name }) => name);
  const inputs = found.flatMap((name) => {
    const [prefix, local] = name.includes(':') ? name.split(':') : [own ? 'camunda' : '', name];
    return prefix === 'camunda' ? [local] : [];
  });
  if (element.$descriptor.isGeneric) {
    return inputs;
  }
  const known = element.$descriptor.properties
    .filter((property) => property.ns?.prefix === 'camunda' && found.includes(property.name))
    .map((property) => property.ns.localName);
  return [...new Set([...inputs, ...known])];
}

function isListener(element) {
  return is(element, 'camunda:ExecutionListener', 'camunda:TaskListener');
}
