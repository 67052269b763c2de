package org.aftercare.engine.contract;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Ids are given by people: of processes, nodes, and the ways out of gateways. */
final class MeaningfulIdRule extends ProcessRule {

  private static final Pattern GENERATED =
      Pattern.compile(
          "(?i)(Activity|CallActivity|Event|StartEvent|EndEvent|BoundaryEvent|IntermediateThrowEvent|IntermediateCatchEvent|Gateway|ExclusiveGateway|ParallelGateway|InclusiveGateway|Flow|SequenceFlow|Task|UserTask|ServiceTask|SubProcess|Process)_?(0[0-9a-z]{5,7}|[0-9a-z]*[0-9][0-9a-z]*|[0-9]+)?");

  MeaningfulIdRule() {
    super(
        "meaningful-id",
        "Ids stand in incidents, logs, tests and idempotency keys; a generated one says nothing.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    process.all(Process.class).forEach(element -> check(process, element, findings));
    process.all(FlowNode.class).forEach(element -> check(process, element, findings));
    process.all(SequenceFlow.class).stream()
        .filter(flow -> flow.getSource() instanceof Gateway)
        .filter(flow -> flow.getSource().getOutgoing().size() > 1)
        .forEach(element -> check(process, element, findings));
  }

  private void check(ProcessModel process, BaseElement element, Consumer<Finding> findings) {
    if (element.getId() == null || GENERATED.matcher(element.getId()).matches()) {
      findings.accept(
          finding(
              process,
              element,
              "The id is generated.",
              "Give it an id that says what it is, such as ReservePart or PartInStock."));
    }
  }
}
