package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;

/** Every task, event and splitting gateway has a label. */
final class NodeLabelRule extends ProcessRule {

  NodeLabelRule() {
    super("label", "A model is drawn for people; what has no label they cannot talk about.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    process.all(FlowNode.class).stream()
        .filter(NodeLabelRule::needsLabel)
        .filter(node -> node.getName() == null || node.getName().isBlank())
        .forEach(
            node ->
                findings.accept(
                    finding(
                        process,
                        node,
                        "It has no label.",
                        "Write on it what happens, has happened or is asked there.")));
  }

  private static boolean needsLabel(FlowNode node) {
    if (node instanceof Gateway) {
      return !(node instanceof ParallelGateway) && node.getOutgoing().size() > 1;
    }
    return node instanceof Activity || node instanceof Event;
  }
}
