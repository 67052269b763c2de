'use strict';

const { is, ofType } = require('../model/elements');
const { boxes, labels, overlap } = require('../model/diagram');
const { modelRule } = require('../model/rule');

/** Labels have a little air around their text. */
const RIM = 3;

/** No node and no label is drawn over another node. */
module.exports = modelRule((definitions, finding) => {
  const drawn = boxes(definitions);
  // What lies in a sub-process is drawn over it.
  const nodes = ofType(definitions, 'bpmn:FlowNode')
    .filter((node) => !is(node, 'bpmn:SubProcess') && drawn.has(node))
    .map((element) => ({ element, box: drawn.get(element) }));
  nodes.forEach((one, index) => {
    for (const other of nodes.slice(index + 1)) {
      const attached = one.element.attachedToRef === other.element || other.element.attachedToRef === one.element;
      if (!attached && overlap(one.box, other.box, RIM)) {
        finding(one.element, `It is drawn over ${other.element.id}.`, 'Move one of the two.');
      }
    }
  });
  for (const label of labels(definitions)) {
    for (const node of nodes.filter(({ element }) => element !== label.element)) {
      if (overlap(node.box, label.box, RIM)) {
        finding(label.element, `Its label is drawn over ${node.element.id}.`, 'Move the label.');
      }
    }
  }
});
