'use strict';

const { is, isSplit, ofType } = require('../model/elements');
const { modelRule } = require('../model/rule');

const GENERATED =
  /^(Activity|CallActivity|Event|StartEvent|EndEvent|BoundaryEvent|IntermediateThrowEvent|IntermediateCatchEvent|Gateway|ExclusiveGateway|ParallelGateway|InclusiveGateway|Flow|SequenceFlow|Task|UserTask|ServiceTask|SubProcess|Process)_?(0[0-9a-z]{5,7}|[0-9a-z]*[0-9][0-9a-z]*|[0-9]+)?$/i;

/** Ids are given by people: of processes, nodes, and the ways out of gateways. */
module.exports = modelRule((definitions, finding) => {
  const ways = ofType(definitions, 'bpmn:SequenceFlow').filter(
    ({ sourceRef }) => sourceRef && is(sourceRef, 'bpmn:Gateway') && isSplit(sourceRef)
  );
  for (const element of [...ofType(definitions, 'bpmn:Process'), ...ofType(definitions, 'bpmn:FlowNode'), ...ways]) {
    if (!element.id || GENERATED.test(element.id)) {
      finding(element, 'The id is generated.', 'Give it an id that says what it is, such as ReservePart or PartInStock.');
    }
  }
});
