'use strict';

const { ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

/**
 * A file is called like the process that it holds. bpmnlint tells a rule no file, so lint.js gives
 * the name as the configuration `file`; without it only the number of processes is judged.
 */
module.exports = modelRule((definitions, finding, { file }) => {
  const executable = ofType(definitions, 'bpmn:Process').filter((process) => process.isExecutable);
  if (executable.length !== 1) {
    finding(definitions, `The file holds ${executable.length} executable processes.`, 'Keep one executable process in one file.');
  } else if (file && file !== executable[0].id) {
    finding(executable[0], "The process's id differs from the file's name.", `Name the file ${executable[0].id}.bpmn.`);
  }
});
