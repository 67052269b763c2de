package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Each way out of a deciding gateway is named. */
final class NamedWayRule extends ProcessRule {

  NamedWayRule() {
    super("named-way", "The ways out of a gateway are the answers to its question.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (Gateway gateway : DecidingGateways.in(process)) {
      for (SequenceFlow way : gateway.getOutgoing()) {
        if (way.getName() == null || way.getName().isBlank()) {
          findings.accept(
              finding(
                  process,
                  way,
                  "This way has no name.",
                  "Name it after the answer it stands for."));
        }
      }
    }
  }
}
