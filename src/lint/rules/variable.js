'use strict';

const { all, ofType, written } = require('../model/elements');
const { isExpression, read } = require('../model/expression');
const { modelRule } = require('../model/rule');
const { declared } = require('../model/variables');

/** Every variable is declared, and holds what it is compared with. */
module.exports = modelRule((definitions, finding) => {
  const variables = declared(definitions);
  const [process] = ofType(definitions, 'bpmn:Process').filter((process) => process.isExecutable);
  for (const variable of variables.values()) {
    if (!variable.hasKnownType()) {
      finding(
        process,
        `The variable ${variable.name} has the type ${variable.type}.`,
        'Declare it as String, Integer, Long or Boolean, and codes as String: A, B.'
      );
    }
  }
  const require = (element, name, compared) => {
    const variable = variables.get(name);
    if (!variable) {
      finding(element, `The variable ${name} is not declared.`, `Declare it as the process's extension property variable.${name}.`);
    } else if (compared !== undefined && !variable.accepts(compared)) {
      finding(
        element,
        `The variable ${name} never holds ${compared}; it is declared as ${variable}.`,
        'Use a declared value, or add the value to the declaration.'
      );
    }
  };
  for (const element of all(definitions)) {
    for (const { name, value } of written(element).filter(({ value }) => isExpression(value))) {
      const found = read(value);
      if (found?.form === 'condition') {
        found.comparisons.forEach(({ variable, literal }) => require(element, variable, literal));
      } else if (found?.form === 'set') {
        require(element, found.name, found.value.literal);
        if (found.value.name) {
          require(element, found.value.name);
        }
      } else if (found?.form === 'name' && !/delegateExpression$/.test(name) && !element.$type.endsWith('Task')) {
        // A bare name is a delegate there, and a flag elsewhere.
        require(element, found.name);
      }
    }
  }
});
