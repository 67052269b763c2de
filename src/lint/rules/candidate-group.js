'use strict';

const { ofType } = require('../model/elements');
const { bareName, isExpression } = require('../model/expression');
const { offered } = require('../model/product');
const { modelRule } = require('../model/rule');

/** The groups that tasks are given to exist, or a decision of the process gives them. */
module.exports = modelRule((definitions, finding) => {
  const groups = offered('ask-a-person', 'camunda:candidateGroups');
  const decided = ofType(definitions, 'bpmn:BusinessRuleTask')
    .filter((rule) => rule.get('camunda:decisionRef'))
    .map((rule) => rule.get('camunda:resultVariable'));
  for (const task of ofType(definitions, 'bpmn:UserTask')) {
    for (const group of (task.get('camunda:candidateGroups') ?? '').split(',').filter((group) => group)) {
      if (isExpression(group)) {
        if (!decided.includes(bareName(group))) {
          finding(
            task,
            `No decision of this process gives the group ${group}.`,
            'Name a group, or the variable into which a decision writes one.'
          );
        }
      } else if (!groups.includes(group.trim())) {
        finding(task, `There is no group ${group.trim()} that has tasks.`, `Name one of ${groups.join(', ')}.`);
      }
    }
  }
});
