'use strict';

const { is, ofType } = require('../model/elements');
const { offered } = require('../model/product');
const { modelRule } = require('../model/rule');
const { delegateOf, hasSavepoint, hasSavepointAfter } = require('../model/steps');

/**
 * There is no savepoint where nobody is called. A delegate that no template knows yet may well call
 * somebody.
 */
module.exports = modelRule((definitions, finding) => {
  const local = ['${notify}', ...offered('do-a-step', 'camunda:delegateExpression')];
  for (const node of ofType(definitions, 'bpmn:FlowNode')) {
    const delegate = delegateOf(node);
    const useful = is(node, 'bpmn:CallActivity', 'bpmn:StartEvent') || (delegate && !local.includes(delegate));
    if (hasSavepoint(node) && !useful) {
      finding(node, 'There is a savepoint before a step that calls nobody.', 'Remove asyncBefore.');
    }
    if (hasSavepointAfter(node)) {
      finding(
        node,
        'There is a savepoint after the step.',
        'Remove asyncAfter; the next remote step has a savepoint before it.'
      );
    }
  }
});
