'use strict';

const { is, ofType } = require('../model/elements');
const { bareName, isExpression, read } = require('../model/expression');
const { modelRule } = require('../model/rule');

/** A listener is a listener bean, a call of an allowed bean, or the setting of a variable. */
module.exports = modelRule((definitions, finding) => {
  const listeners = [...ofType(definitions, 'camunda:ExecutionListener'), ...ofType(definitions, 'camunda:TaskListener')];
  for (const listener of listeners) {
    const allowed = listener.expression !== undefined ? isAllowed(listener.expression) : bareName(listener.delegateExpression);
    if (!allowed) {
      finding(
        listener,
        'Its listener is neither a listener bean nor one of the allowed expressions.',
        "Use ${listenerBean}, ${bean.method(execution,…)} or ${execution.setVariable('name','CODE')}."
      );
    }
  }
});

/** What is wrong within an expression is for the rule expression to say. */
function isAllowed(text) {
  const found = read(text);
  return found ? ['call', 'set'].includes(found.form) : isExpression(text);
}
