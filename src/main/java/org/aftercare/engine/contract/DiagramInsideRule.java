package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A node is drawn within the pool or sub-process that it belongs to. */
final class DiagramInsideRule extends ProcessRule {

  DiagramInsideRule() {
    super("diagram-inside", "A node outside its pool or sub-process seems to belong elsewhere.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (FlowNode node : process.all(FlowNode.class)) {
      Optional<Box> own = process.boxOf(node);
      Optional<Box> container = containerOf(process, node).flatMap(process::boxOf);
      boolean outside =
          own.isPresent() && container.isPresent() && !container.get().contains(own.get());
      if (outside && !(node instanceof BoundaryEvent)) {
        findings.accept(
            finding(
                process,
                node,
                "It is drawn outside of what it belongs to.",
                "Move it into its pool or sub-process, or widen that."));
      }
    }
  }

  private static Optional<BaseElement> containerOf(ProcessModel process, FlowNode node) {
    ModelElementInstance parent = node.getParentElement();
    if (parent instanceof SubProcess sub) {
      return Optional.of(sub);
    }
    return process.all(Participant.class).stream()
        .filter(pool -> parent instanceof Process && parent.equals(pool.getProcess()))
        .map(BaseElement.class::cast)
        .findFirst();
  }
}
