'use strict';

const { is, ofType } = require('../model/elements');
const { bareName } = require('../model/expression');
const { modelRule } = require('../model/rule');
const { delegateOf } = require('../model/steps');

/** Every step that works names a delegate bean. */
module.exports = modelRule((definitions, finding) => {
  for (const node of ofType(definitions, 'bpmn:FlowNode').filter(works)) {
    if (!bareName(delegateOf(node))) {
      finding(node, 'It names no delegate.', 'Set camunda:delegateExpression to ${nameOfTheBean}.');
    }
  }
});

function works(node) {
  const decides = is(node, 'bpmn:BusinessRuleTask') && node.get('camunda:decisionRef');
  const tells =
    is(node, 'bpmn:ThrowEvent') && (node.eventDefinitions ?? []).some((definition) => is(definition, 'bpmn:MessageEventDefinition'));
  return !decides && (tells || is(node, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'));
}
