'use strict';

const { isBlank, ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

/** Each process says how long its history is kept. */
module.exports = modelRule((definitions, finding) => {
  for (const process of ofType(definitions, 'bpmn:Process').filter((process) => process.isExecutable)) {
    if (isBlank(process.get('camunda:historyTimeToLive'))) {
      finding(process, 'It has no history time to live.', 'Set it, for example to P1095D.');
    }
  }
});
