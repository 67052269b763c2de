'use strict';

const { all, written } = require('../model/elements');
const { ForbiddenExpression, isExpression, parse } = require('../model/expression');
const { modelRule } = require('../model/rule');

/** Every expression has one of the allowed forms. */
module.exports = modelRule((definitions, finding) => {
  for (const element of all(definitions)) {
    for (const { value } of written(element).filter(({ value }) => isExpression(value))) {
      try {
        parse(value);
      } catch (e) {
        if (!(e instanceof ForbiddenExpression)) {
          throw e;
        }
        finding(
          element,
          `The expression ${value.trim()} is not allowed. ${e.message}`,
          'Compare a variable with a literal, name a delegate, call a bean marked @ModelBean, or set a variable to a literal; anything else belongs into a delegate or a decision.'
        );
      }
    }
  }
});
