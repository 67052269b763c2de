package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** What goes into a called process and comes back is declared on both sides. */
final class CallMappingRule extends ProcessRule {

  CallMappingRule() {
    super(
        "call-mapping",
        "A called process is used by many; what it takes and gives must be told by name.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (CallActivity call : process.all(CallActivity.class)) {
      Optional<ProcessModel> called =
          Optional.ofNullable(call.getCalledElement()).flatMap(models::process);
      if (called.isPresent() && call.getExtensionElements() != null) {
        check(process, call, called.get(), findings);
      }
    }
  }

  private void check(
      ProcessModel process, CallActivity call, ProcessModel called, Consumer<Finding> findings) {
    var query = call.getExtensionElements().getElementsQuery();
    for (CamundaIn in : query.filterByType(CamundaIn.class).list()) {
      if (in.getCamundaVariables() != null) {
        findings.accept(all(process, call));
      }
      requireDeclared(process, call, process, in.getCamundaSource(), findings);
      requireDeclared(process, call, called, in.getCamundaTarget(), findings);
    }
    for (CamundaOut out : query.filterByType(CamundaOut.class).list()) {
      if (out.getCamundaVariables() != null) {
        findings.accept(all(process, call));
      }
      requireDeclared(process, call, called, out.getCamundaSource(), findings);
      requireDeclared(process, call, process, out.getCamundaTarget(), findings);
    }
  }

  private Finding all(ProcessModel process, CallActivity call) {
    return finding(
        process,
        call,
        "All variables are handed over.",
        "Name the variables that the called process takes and gives.");
  }

  private void requireDeclared(
      ProcessModel process,
      CallActivity call,
      ProcessModel owner,
      String variable,
      Consumer<Finding> findings) {
    if (variable != null && owner.variable(variable).isEmpty()) {
      findings.accept(
          finding(
              process,
              call,
              "The variable %s is not declared by %s.".formatted(variable, owner.id()),
              "Declare it there as the extension property variable.%s.".formatted(variable)));
    }
  }
}
