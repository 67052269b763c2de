package org.aftercare.engine.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;

/** What code sends, a model awaits. */
final class UnusedMessageRule extends ModelRule {

  UnusedMessageRule() {
    super("unused-message", "A message that no model awaits ends as a dead letter.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    if (!models.isWhole()) {
      return;
    }
    Set<String> unused = new TreeSet<>(models.vocabulary().messages());
    for (ProcessModel process : models.processes()) {
      process.all(FlowNode.class).stream()
          .filter(MessageNameRule::awaitsMessage)
          .flatMap(node -> MessageNameRule.messageOf(node).stream())
          .map(Message::getName)
          .forEach(unused::remove);
    }
    for (String name : unused) {
      findings.accept(
          new Finding(
              Finding.Nature.HOUSE,
              "",
              name,
              "",
              id(),
              "No model awaits the message %s.".formatted(name),
              reason(),
              "Await it in a model, or take it out of the code."));
    }
  }
}
