'use strict';

const { is, ofType } = require('../model/elements');
const { boxes, contains } = require('../model/diagram');
const { modelRule } = require('../model/rule');

/** A node is drawn within the pool or sub-process that it belongs to. */
module.exports = modelRule((definitions, finding) => {
  const drawn = boxes(definitions);
  const pools = ofType(definitions, 'bpmn:Participant');
  for (const node of ofType(definitions, 'bpmn:FlowNode').filter((node) => !is(node, 'bpmn:BoundaryEvent'))) {
    const container = is(node.$parent, 'bpmn:SubProcess')
      ? node.$parent
      : pools.find((pool) => pool.processRef === node.$parent);
    const outer = drawn.get(container);
    const inner = drawn.get(node);
    if (outer && inner && !contains(outer, inner)) {
      finding(node, 'It is drawn outside of what it belongs to.', 'Move it into its pool or sub-process, or widen that.');
    }
  }
});
