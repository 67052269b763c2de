'use strict';

const { ofType } = require('../model/elements');
const { find } = require('../model/product');
const { modelRule } = require('../model/rule');

/** The form of a task has a file in bpmn/, and is shown in its latest version. */
module.exports = modelRule((definitions, finding) => {
  for (const task of ofType(definitions, 'bpmn:UserTask')) {
    const form = task.get('camunda:formRef');
    if (form && !find(form, '.form')) {
      finding(task, `There is no form ${form}.`, `Name a form, or add ${form}.form.`);
    } else if (form && task.get('camunda:formRefBinding') !== 'latest') {
      finding(
        task,
        'The form is not bound to its latest version.',
        "Set the form's binding to latest: forms are deployed without their processes."
      );
    }
  }
});
