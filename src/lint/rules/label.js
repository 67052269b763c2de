'use strict';

const { is, isBlank, isSplit, ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

/** Every task, event and splitting gateway has a label. */
module.exports = modelRule((definitions, finding) => {
  for (const node of ofType(definitions, 'bpmn:FlowNode').filter(needsLabel)) {
    if (isBlank(node.name)) {
      finding(node, 'It has no label.', 'Write on it what happens, has happened or is asked there.');
    }
  }
});

function needsLabel(node) {
  return is(node, 'bpmn:Gateway') ? !is(node, 'bpmn:ParallelGateway') && isSplit(node) : is(node, 'bpmn:Activity', 'bpmn:Event');
}
