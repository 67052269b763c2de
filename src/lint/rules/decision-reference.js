'use strict';

const { ofType } = require('../model/elements');
const { hasDecision } = require('../model/product');
const { modelRule } = require('../model/rule');
const { declared } = require('../model/variables');

/** A decision has a table in bpmn/, and gives one value into a declared variable. */
module.exports = modelRule((definitions, finding) => {
  const variables = declared(definitions);
  for (const task of ofType(definitions, 'bpmn:BusinessRuleTask')) {
    const decision = task.get('camunda:decisionRef');
    if (!decision) {
      continue;
    }
    const variable = task.get('camunda:resultVariable');
    if (!hasDecision(decision)) {
      finding(task, `There is no decision ${decision}.`, 'Name a decision, or add its file.');
    } else if (!variable || task.get('camunda:mapDecisionResult') !== 'singleEntry') {
      finding(
        task,
        "The decision's result is not one value in one variable.",
        'Set the result variable, and the mapping of the result to singleEntry.'
      );
    } else if (!variables.has(variable)) {
      finding(
        task,
        `The result variable ${variable} is not declared.`,
        `Declare it as the process's extension property variable.${variable}.`
      );
    }
  }
});
