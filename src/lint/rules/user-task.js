'use strict';

const { isBlank, ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

const NEEDED = {
  form: 'camunda:formRef',
  'candidate group': 'camunda:candidateGroups',
  'due date': 'camunda:dueDate',
  priority: 'camunda:priority'
};

/** A user task has all that Tasklist shows and sorts by. */
module.exports = modelRule((definitions, finding) => {
  for (const task of ofType(definitions, 'bpmn:UserTask')) {
    for (const [what, setting] of Object.entries(NEEDED)) {
      if (isBlank(task.get(setting))) {
        finding(task, `It has no ${what}.`, `Set its ${what}.`);
      }
    }
    if (task.get('camunda:assignee') !== undefined) {
      finding(task, 'It is assigned to one person.', 'Give it to a group; people come and go.');
    }
  }
});
