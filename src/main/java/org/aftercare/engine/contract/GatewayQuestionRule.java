package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Gateway;

/** A deciding gateway asks a question. */
final class GatewayQuestionRule extends ProcessRule {

  GatewayQuestionRule() {
    super(
        "gateway-question",
        "A gateway decides nothing, it asks for a value that was decided; its ways are the answers.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (Gateway gateway : DecidingGateways.in(process)) {
      String name = gateway.getName();
      if (name != null && !name.isBlank() && !name.strip().endsWith("?")) {
        findings.accept(
            finding(process, gateway, "It asks no question.", "Word its label as a question."));
      }
    }
  }
}
