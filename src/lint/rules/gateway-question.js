'use strict';

const { decidingGateways, isBlank } = require('../model/elements');
const { modelRule } = require('../model/rule');

/** A deciding gateway asks a question. */
module.exports = modelRule((definitions, finding) => {
  for (const gateway of decidingGateways(definitions)) {
    if (!isBlank(gateway.name) && !gateway.name.trim().endsWith('?')) {
      finding(gateway, 'It asks no question.', 'Word its label as a question.');
    }
  }
});
