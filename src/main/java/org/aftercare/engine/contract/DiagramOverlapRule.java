package org.aftercare.engine.contract;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** No node and no label is drawn over another node. */
final class DiagramOverlapRule extends ProcessRule {

  /** Labels have a little air around their text. */
  private static final double RIM = 3;

  DiagramOverlapRule() {
    super("diagram-overlap", "What is drawn over something else cannot be read.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    List<BpmnShape> shapes =
        process.all(BpmnShape.class).stream()
            .filter(shape -> shape.getBounds() != null)
            .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
            .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
            .toList();
    for (BpmnShape shape : shapes) {
      report(process, shape.getBpmnElement(), shape.getBpmnLabel(), shapes, findings);
      for (BpmnShape other : shapes) {
        boolean pairSeenOnce = shapes.indexOf(shape) < shapes.indexOf(other);
        if (pairSeenOnce
            && !attached(shape, other)
            && Box.of(shape.getBounds()).overlaps(Box.of(other.getBounds()), RIM)) {
          findings.accept(
              finding(
                  process,
                  shape.getBpmnElement(),
                  "It is drawn over %s.".formatted(other.getBpmnElement().getId()),
                  "Move one of the two."));
        }
      }
    }
    for (BpmnEdge edge : process.all(BpmnEdge.class)) {
      if (edge.getBpmnElement() != null) {
        report(process, edge.getBpmnElement(), edge.getBpmnLabel(), shapes, findings);
      }
    }
  }

  private void report(
      ProcessModel process,
      BaseElement element,
      BpmnLabel label,
      List<BpmnShape> shapes,
      Consumer<Finding> findings) {
    if (label == null || label.getBounds() == null) {
      return;
    }
    Box text = Box.of(label.getBounds());
    for (BpmnShape shape : shapes) {
      boolean another = !shape.getBpmnElement().equals(element);
      if (another && Box.of(shape.getBounds()).overlaps(text, RIM)) {
        findings.accept(
            finding(
                process,
                element,
                "Its label is drawn over %s.".formatted(shape.getBpmnElement().getId()),
                "Move the label."));
      }
    }
  }

  private static boolean attached(BpmnShape one, BpmnShape other) {
    return isOn(one, other) || isOn(other, one);
  }

  private static boolean isOn(BpmnShape event, BpmnShape host) {
    return event.getBpmnElement() instanceof BoundaryEvent boundary
        && host.getBpmnElement().equals(boundary.getAttachedTo());
  }
}
