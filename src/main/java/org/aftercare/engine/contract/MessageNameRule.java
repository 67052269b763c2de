package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

/** What a model awaits, code sends. */
final class MessageNameRule extends ProcessRule {

  MessageNameRule() {
    super(
        "message-name", "A message under another name never arrives, and the case waits for ever.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (FlowNode node : process.all(FlowNode.class)) {
      if (!awaitsMessage(node)) {
        continue;
      }
      Optional<String> name = messageOf(node).map(Message::getName);
      if (name.isEmpty() || !models.vocabulary().messages().contains(name.get())) {
        findings.accept(
            finding(
                process,
                node,
                "No code sends the message %s.".formatted(name.orElse("(none)")),
                "Use a name that a module declares, or declare it there."));
      }
    }
  }

  static boolean awaitsMessage(FlowNode node) {
    return node instanceof ReceiveTask
        || node instanceof CatchEvent event
            && event.getEventDefinitions().stream()
                .anyMatch(MessageEventDefinition.class::isInstance);
  }

  static Optional<Message> messageOf(FlowNode node) {
    if (node instanceof ReceiveTask task) {
      return Optional.ofNullable(task.getMessage());
    }
    return ((CatchEvent) node)
        .getEventDefinitions().stream()
            .filter(MessageEventDefinition.class::isInstance)
            .map(MessageEventDefinition.class::cast)
            .findFirst()
            .map(MessageEventDefinition::getMessage);
  }
}
