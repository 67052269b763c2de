package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** There is no savepoint without a remote call, except where a called process or a case starts. */
final class NeedlessSavepointRule extends ProcessRule {

  NeedlessSavepointRule() {
    super(
        "needless-savepoint", "Each savepoint costs a job and a transaction, and delays the case.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (FlowNode node : process.all(FlowNode.class)) {
      boolean useful =
          node instanceof CallActivity
              || node instanceof StartEvent
              || ProcessModel.delegateOf(node)
                  .filter(models.vocabulary()::needsSavepoint)
                  .isPresent();
      if (node.isCamundaAsyncBefore() && !useful) {
        findings.accept(
            finding(
                process,
                node,
                "There is a savepoint before a step that calls nobody.",
                "Remove asyncBefore."));
      }
      // The model API knows no asyncAfter of an event-based gateway.
      if (!(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter()) {
        findings.accept(
            finding(
                process,
                node,
                "There is a savepoint after the step.",
                "Remove asyncAfter; the next remote step has a savepoint before it."));
      }
    }
  }
}
