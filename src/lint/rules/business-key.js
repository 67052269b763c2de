'use strict';

const { extensions, ofType } = require('../model/elements');
const { read } = require('../model/expression');
const { modelRule } = require('../model/rule');

/** A called process gets the case number. */
module.exports = modelRule((definitions, finding) => {
  for (const call of ofType(definitions, 'bpmn:CallActivity')) {
    if (!extensions(call, 'camunda:In').some((mapping) => read(mapping.businessKey)?.form === 'key')) {
      finding(
        call,
        'The called process does not get the business key.',
        'Tick "Business key": #{execution.processBusinessKey}.'
      );
    }
  }
});
