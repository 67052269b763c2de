package org.aftercare.engine.contract;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The gateways whose ways out have conditions. */
final class DecidingGateways {

  private DecidingGateways() {}

  static List<Gateway> in(ProcessModel process) {
    return process.all(Gateway.class).stream()
        .filter(
            gateway -> gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .toList();
  }

  /** The way that is taken when no condition holds, or {@code null}. */
  static SequenceFlow defaultOf(Gateway gateway) {
    return gateway instanceof ExclusiveGateway exclusive
        ? exclusive.getDefault()
        : ((InclusiveGateway) gateway).getDefault();
  }
}
