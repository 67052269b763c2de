'use strict';

const { ofType } = require('../model/elements');
const { find } = require('../model/product');
const { modelRule } = require('../model/rule');
const { declared } = require('../model/variables');

const NOTE = 'note';

/** What a form writes is declared, with every choice that it offers. */
module.exports = modelRule((definitions, finding) => {
  const variables = declared(definitions);
  for (const task of ofType(definitions, 'bpmn:UserTask')) {
    const form = task.get('camunda:formRef');
    const file = form && find(form, '.form');
    for (const { key, values } of file ? fields(JSON.parse(file)) : []) {
      const variable = variables.get(key);
      if (!variable) {
        finding(
          task,
          `Its form ${form} writes the variable ${key}, which is not declared.`,
          `Declare it as the process's extension property variable.${key}.`
        );
        continue;
      }
      for (const { value } of (values ?? []).filter(({ value }) => !variable.accepts(value))) {
        finding(
          task,
          `Its form ${form} offers ${value}, but ${key} is declared as ${variable}.`,
          'Add the value to the declaration and give it a way, or take it out of the form.'
        );
      }
    }
  }
});

function fields({ components = [] }) {
  return components
    .flatMap((component) => [component, ...fields(component)])
    .filter(({ key }) => key && key !== NOTE);
}
