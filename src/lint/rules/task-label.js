'use strict';

const { isBlank, ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

const VERB_AND_OBJECT = /^\p{Lu}\S*(\s+\S+)+$/u;

/** A task is labelled with what is done to what. */
module.exports = modelRule((definitions, finding) => {
  for (const task of ofType(definitions, 'bpmn:Activity')) {
    if (!isBlank(task.name) && !VERB_AND_OBJECT.test(task.name.trim())) {
      finding(task, 'The label is not a verb and an object.', 'Word it like "Reserve the part", with a capital first.');
    }
  }
});
