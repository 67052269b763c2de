package org.aftercare.engine.contract;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Every node has a shape and every flow an edge of at least two points. */
final class DiagramCompleteRule extends ProcessRule {

  DiagramCompleteRule() {
    super("diagram-complete", "What is not drawn is not seen in Camunda Modeler, but runs.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    Set<BaseElement> drawn = new HashSet<>();
    process.all(BpmnShape.class).stream()
        .filter(shape -> shape.getBounds() != null)
        .forEach(shape -> drawn.add(shape.getBpmnElement()));
    process.all(BpmnEdge.class).stream()
        .filter(edge -> edge.getWaypoints().size() > 1)
        .forEach(edge -> drawn.add(edge.getBpmnElement()));
    process.all(FlowNode.class).forEach(node -> require(process, node, drawn, findings));
    process.all(Participant.class).forEach(pool -> require(process, pool, drawn, findings));
    process.all(Lane.class).forEach(lane -> require(process, lane, drawn, findings));
    process.all(SequenceFlow.class).forEach(flow -> require(process, flow, drawn, findings));
    process.all(MessageFlow.class).forEach(flow -> require(process, flow, drawn, findings));
  }

  private void require(
      ProcessModel process,
      BaseElement element,
      Set<BaseElement> drawn,
      Consumer<Finding> findings) {
    if (!drawn.contains(element)) {
      findings.accept(
          finding(
              process,
              element,
              "It is not drawn.",
              "Open the file in Camunda Modeler and place it on the diagram."));
    }
  }
}
