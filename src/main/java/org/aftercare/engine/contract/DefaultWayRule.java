package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A deciding gateway has a default, and every other way a condition. */
final class DefaultWayRule extends ProcessRule {

  DefaultWayRule() {
    super("default-way", "Without a default, a value that nobody foresaw stops the case.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (Gateway gateway : DecidingGateways.in(process)) {
      SequenceFlow otherwise = DecidingGateways.defaultOf(gateway);
      if (otherwise == null) {
        findings.accept(
            finding(
                process, gateway, "It has no default way.", "Make one of its ways the default."));
        continue;
      }
      for (SequenceFlow way : gateway.getOutgoing()) {
        boolean conditional = way.getConditionExpression() != null;
        if (way.equals(otherwise) && conditional) {
          findings.accept(
              finding(process, way, "The default way has a condition.", "Remove the condition."));
        } else if (!way.equals(otherwise) && !conditional) {
          findings.accept(
              finding(process, way, "The way has no condition.", "Give it a condition."));
        }
      }
    }
  }
}
