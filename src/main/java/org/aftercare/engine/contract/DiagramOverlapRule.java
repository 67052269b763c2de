package org.aftercare.engine.contract;

import java.util.ArrayList;
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

  /** A node, or the label of a node or flow. */
  private record Drawn(BaseElement element, Box box) {}

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    List<Drawn> nodes = nodes(process);
    for (int i = 0; i < nodes.size(); i++) {
      Drawn one = nodes.get(i);
      for (Drawn other : nodes.subList(i + 1, nodes.size())) {
        if (one.box().overlaps(other.box(), RIM) && !attached(one, other)) {
          findings.accept(
              finding(
                  process,
                  one.element(),
                  "It is drawn over %s.".formatted(other.element().getId()),
                  "Move one of the two."));
        }
      }
    }
    for (Drawn label : labels(process)) {
      for (Drawn node : nodes) {
        boolean another = !node.element().equals(label.element());
        if (another && node.box().overlaps(label.box(), RIM)) {
          findings.accept(
              finding(
                  process,
                  label.element(),
                  "Its label is drawn over %s.".formatted(node.element().getId()),
                  "Move the label."));
        }
      }
    }
  }

  private static List<Drawn> nodes(ProcessModel process) {
    List<Drawn> nodes = new ArrayList<>();
    for (FlowNode node : process.all(FlowNode.class)) {
      // What lies in a sub-process is drawn over it.
      if (!(node instanceof SubProcess)) {
        process.boxOf(node).ifPresent(box -> nodes.add(new Drawn(node, box)));
      }
    }
    return nodes;
  }

  private static List<Drawn> labels(ProcessModel process) {
    List<Drawn> labels = new ArrayList<>();
    for (BpmnShape shape : process.all(BpmnShape.class)) {
      add(shape.getBpmnElement(), shape.getBpmnLabel(), labels);
    }
    for (BpmnEdge edge : process.all(BpmnEdge.class)) {
      add(edge.getBpmnElement(), edge.getBpmnLabel(), labels);
    }
    return labels;
  }

  private static void add(BaseElement element, BpmnLabel label, List<Drawn> labels) {
    if (element != null && label != null && label.getBounds() != null) {
      labels.add(new Drawn(element, Box.of(label.getBounds())));
    }
  }

  private static boolean attached(Drawn one, Drawn other) {
    return isOn(one.element(), other.element()) || isOn(other.element(), one.element());
  }

  private static boolean isOn(BaseElement event, BaseElement host) {
    return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
  }
}
