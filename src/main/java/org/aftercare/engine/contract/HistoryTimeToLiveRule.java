package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Each process and decision says how long its history is kept. */
final class HistoryTimeToLiveRule extends ModelRule {

  HistoryTimeToLiveRule() {
    super(
        "history-time-to-live", "History without an end grows for ever and outlives its purpose.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (ProcessModel model : models.processes()) {
      for (Process process : model.executable()) {
        if (isBlank(process.getCamundaHistoryTimeToLiveString())) {
          findings.accept(missing(model.file(), process.getId(), process.getName()));
        }
      }
    }
    for (DecisionModel model : models.decisions()) {
      for (Decision decision : model.decisions()) {
        if (isBlank(decision.getCamundaHistoryTimeToLiveString())) {
          findings.accept(missing(model.file(), decision.getId(), decision.getName()));
        }
      }
    }
  }

  private Finding missing(ModelFile file, String id, String name) {
    return finding(
        file, id, name, "It has no history time to live.", "Set it, for example to P1095D.");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
