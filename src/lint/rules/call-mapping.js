'use strict';

const { extensions, ofType } = require('../model/elements');
const { find, variablesOf } = require('../model/product');
const { modelRule } = require('../model/rule');
const { declared } = require('../model/variables');

/** What goes into a called process and comes back is declared on both sides. */
module.exports = modelRule((definitions, finding) => {
  const caller = new Set(declared(definitions).keys());
  for (const call of ofType(definitions, 'bpmn:CallActivity')) {
    const file = find(call.calledElement, '.bpmn');
    const called = file && variablesOf(file);
    const require = (variable, variables, process) => {
      if (variable && variables && !variables.has(variable)) {
        finding(
          call,
          `The variable ${variable} is not declared by ${process}.`,
          `Declare it there as the extension property variable.${variable}.`
        );
      }
    };
    const mappings = [
      ...extensions(call, 'camunda:In').map((mapping) => ({ mapping, from: caller, into: called })),
      ...extensions(call, 'camunda:Out').map((mapping) => ({ mapping, from: called, into: caller }))
    ];
    for (const { mapping, from, into } of mappings) {
      if (mapping.variables) {
        finding(call, 'All variables are handed over.', 'Name the variables that the called process takes and gives.');
      }
      const name = (variables) => (variables === caller ? 'this process' : call.calledElement);
      require(mapping.source, from, name(from));
      require(mapping.target, into, name(into));
    }
  }
});
