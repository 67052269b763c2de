'use strict';

const { is, isBlank, ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

/** What awaits a message says which. */
module.exports = modelRule((definitions, finding) => {
  for (const node of ofType(definitions, 'bpmn:FlowNode')) {
    const awaits = is(node, 'bpmn:ReceiveTask')
      ? [node]
      : is(node, 'bpmn:CatchEvent')
        ? (node.eventDefinitions ?? []).filter((definition) => is(definition, 'bpmn:MessageEventDefinition'))
        : [];
    if (awaits.some(({ messageRef }) => isBlank(messageRef?.name))) {
      finding(node, 'It awaits no message by name.', 'Use a name that a module declares, or declare it there.');
    }
  }
});
