package org.aftercare.engine.contract;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/**
 * A step that calls another system, or does a portion of a large work, starts a transaction of its
 * own and is retried.
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
      if (needsSavepoint && !CYCLE.matcher(retryCycle(node)).matches()) {
        findings.accept(
            finding(
                process,
                node,
                "A remote call or a portion of a large work has no retry cycle.",
                "Set the retry time cycle, for example to PT5S,PT30S,PT2M."));
      }
    }
  }

  private static String retryCycle(FlowNode node) {
    if (node.getExtensionElements() == null) {
      return "";
    }
    return node
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaFailedJobRetryTimeCycle.class)
        .list()
        .stream()
        .findFirst()
        .map(CamundaFailedJobRetryTimeCycle::getTextContent)
        .map(String::strip)
        .orElse("");
  }
}
