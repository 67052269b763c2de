package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** A called process gets the case number. */
final class BusinessKeyRule extends ProcessRule {

  BusinessKeyRule() {
    super("business-key", "Steps, messages and staff find a case by its number, the business key.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (CallActivity call : process.all(CallActivity.class)) {
      if (mappings(call).noneMatch(BusinessKeyRule::passesBusinessKey)) {
        findings.accept(
            finding(
                process,
                call,
                "The called process does not get the business key.",
                "Tick \"Business key\": #{execution.processBusinessKey}."));
      }
    }
  }

  private static java.util.stream.Stream<CamundaIn> mappings(CallActivity call) {
    return call.getExtensionElements() == null
        ? java.util.stream.Stream.empty()
        : call
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaIn.class)
            .list()
            .stream();
  }

  private static boolean passesBusinessKey(CamundaIn in) {
    String key = in.getCamundaBusinessKey();
    if (key == null) {
      return false;
    }
    try {
      return ModelExpression.parse(key) instanceof ModelExpression.BusinessKey;
    } catch (ForbiddenExpressionException e) {
      return false;
    }
  }
}
