'use strict';

const { is, owner } = require('./elements');

/**
 * A rule about a whole model.
 *
 * @param check is given the definitions, a function that reports an element with what is wrong and
 *     the remedy, and the rule's configuration
 */
function modelRule(check) {
  return (config = {}) => ({
    check(node, reporter) {
      if (is(node, 'bpmn:Definitions')) {
        const finding = (element, problem, remedy) => {
          const { id, name } = owner(element);
          reporter.report(id, `${problem} ${remedy}`, { elementName: name });
        };
        check(node, finding, config);
      }
      return false;
    }
  });
}

module.exports = { modelRule };
