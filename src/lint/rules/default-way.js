'use strict';

const { decidingGateways } = require('../model/elements');
const { modelRule } = require('../model/rule');

/** A deciding gateway has a default, and every other way a condition. */
module.exports = modelRule((definitions, finding) => {
  for (const gateway of decidingGateways(definitions)) {
    if (!gateway.default) {
      finding(gateway, 'It has no default way.', 'Make one of its ways the default.');
      continue;
    }
    for (const way of gateway.outgoing) {
      if (way === gateway.default && way.conditionExpression) {
        finding(way, 'The default way has a condition.', 'Remove the condition.');
      } else if (way !== gateway.default && !way.conditionExpression) {
        finding(way, 'The way has no condition.', 'Give it a condition.');
      }
    }
  }
});
