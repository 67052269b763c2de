'use strict';

const { ofType } = require('../model/elements');
const { find } = require('../model/product');
const { modelRule } = require('../model/rule');

/** The process that is called has a file in bpmn/, and is called in its latest version. */
module.exports = modelRule((definitions, finding) => {
  for (const call of ofType(definitions, 'bpmn:CallActivity')) {
    if (!call.calledElement || !find(call.calledElement, '.bpmn')) {
      finding(call, `There is no process ${call.calledElement}.`, 'Name a process, or add its file.');
    }
    const binding = call.get('camunda:calledElementBinding');
    if (binding && binding !== 'latest') {
      finding(
        call,
        'The called process is not bound to its latest version.',
        'Set the binding to latest: a shared process is mended for all its callers.'
      );
    }
  }
});
