package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/**
 * A step that calls another system, or does a portion of a large work, starts a transaction of its
 * own and is retried: by a cycle of its own, or else by the one that the engine is set to.
 */
final class SavepointRule extends ProcessRule {

  private static final String DURATION =
      "P(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?(?<=[DHMS])";
  private static final Pattern CYCLE =
      Pattern.compile("R\\d+/" + DURATION + "|" + DURATION + "(?:\\s*,\\s*" + DURATION + ")*");

  SavepointRule() {
    super(
        "savepoint",
        "One remote call per transaction: what is retried after a failure must be that call alone.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (FlowNode node : process.all(FlowNode.class)) {
      boolean needsSavepoint =
          ProcessModel.delegateOf(node).filter(models.vocabulary()::needsSavepoint).isPresent();
      if (needsSavepoint && !node.isCamundaAsyncBefore()) {
        findings.accept(
            finding(
                process,
                node,
                "There is no savepoint before a remote call or a portion of a large work.",
                "Set asyncBefore."));
      }
      if (needsSavepoint
          && retryCycle(node).filter(CYCLE.asMatchPredicate().negate()).isPresent()) {
        findings.accept(
            finding(
                process,
                node,
                "The retry cycle of a remote call or a portion of a large work cannot be read.",
                "Set the retry time cycle, for example to PT5S,PT30S,PT2M, or remove it: the engine's own then holds."));
      }
    }
  }

  private static Optional<String> retryCycle(FlowNode node) {
    if (node.getExtensionElements() == null) {
      return Optional.empty();
    }
    return node
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaFailedJobRetryTimeCycle.class)
        .list()
        .stream()
        .findFirst()
        .map(CamundaFailedJobRetryTimeCycle::getTextContent)
        .map(String::strip);
  }
}
