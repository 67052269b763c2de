'use strict';

const { ofType } = require('./elements');

/** Where the elements of a model are drawn, by element. */
function boxes(definitions) {
  return new Map(
    ofType(definitions, 'bpmndi:BPMNShape')
      .filter((shape) => shape.bounds && shape.bpmnElement)
      .map((shape) => [shape.bpmnElement, shape.bounds])
  );
}

/** The labels that have a place of their own, with their element. */
function labels(definitions) {
  return [...ofType(definitions, 'bpmndi:BPMNShape'), ...ofType(definitions, 'bpmndi:BPMNEdge')]
    .filter((drawn) => drawn.bpmnElement && drawn.label?.bounds)
    .map((drawn) => ({ element: drawn.bpmnElement, box: drawn.label.bounds }));
}

function contains(outer, inner) {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** Whether two boxes share more than a rim of so many units. */
function overlap(one, other, rim) {
  return (
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > rim &&
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > rim
  );
}

module.exports = { boxes, contains, labels, overlap };
