package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** Every step that works does so by a delegate bean that exists. */
final class DelegateRule extends ProcessRule {

  DelegateRule() {
    super(
        "delegate",
        "A name that resolves to nothing fails only when a customer's case gets there.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (FlowNode node : process.all(FlowNode.class)) {
      if (!works(node)) {
        continue;
      }
      Optional<String> bean = ProcessModel.delegateOf(node);
      if (bean.isEmpty()) {
        findings.accept(
            finding(
                process,
                node,
                "It names no delegate.",
                "Set camunda:delegateExpression to ${nameOfTheBean}."));
      } else if (!models.vocabulary().isDelegate(bean.get())) {
        findings.accept(
            finding(
                process,
                node,
                "There is no delegate bean %s.".formatted(bean.get()),
                "Name a bean that is a JavaDelegate, or write it."));
      }
    }
  }

  private static boolean works(FlowNode node) {
    boolean throwsMessage =
        node instanceof ThrowEvent event
            && event.getEventDefinitions().stream()
                .anyMatch(MessageEventDefinition.class::isInstance);
    boolean decides = node instanceof BusinessRuleTask rule && rule.getCamundaDecisionRef() != null;
    return !decides
        && (node instanceof ServiceTask
            || node instanceof SendTask
            || node instanceof BusinessRuleTask
            || throwsMessage);
  }
}
