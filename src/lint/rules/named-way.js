'use strict';

const { decidingGateways, isBlank } = require('../model/elements');
const { modelRule } = require('../model/rule');

/** Each way out of a deciding gateway is named. */
module.exports = modelRule((definitions, finding) => {
  for (const way of decidingGateways(definitions).flatMap((gateway) => gateway.outgoing)) {
    if (isBlank(way.name)) {
      finding(way, 'This way has no name.', 'Name it after the answer it stands for.');
    }
  }
});
