'use strict';

const { ofType } = require('../model/elements');
const { boxes } = require('../model/diagram');
const { modelRule } = require('../model/rule');

const DRAWN = ['bpmn:FlowNode', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:SequenceFlow', 'bpmn:MessageFlow'];

/** Every node has a shape and every flow an edge of at least two points. */
module.exports = modelRule((definitions, finding) => {
  const edges = ofType(definitions, 'bpmndi:BPMNEdge').filter((edge) => (edge.waypoint ?? []).length > 1);
  const drawn = new Set([...boxes(definitions).keys(), ...edges.map((edge) => edge.bpmnElement)]);
  for (const element of DRAWN.flatMap((type) => ofType(definitions, type))) {
    if (!drawn.has(element)) {
      finding(element, 'It is not drawn.', 'Open the file in Camunda Modeler and place it on the diagram.');
    }
  }
});
