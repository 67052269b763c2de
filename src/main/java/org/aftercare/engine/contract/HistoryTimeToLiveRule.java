package org.aftercare.engine.contract;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Each process and decision says how long its history is kept. */
final class HistoryTimeToLiveRule extends ModelRule {

  static final String ID = "history-time-to-live";

  /** What the engine's own refusal speaks of. */
  private static final String TOLD = "History Time To Live (TTL)";

  HistoryTimeToLiveRule() {
    super(ID, "History without an end grows for ever and outlives its purpose.");
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

  /** Whether the engine has refused a file for the same reason, in a finding of its own. */
  static boolean isToldBy(Finding refusal) {
    return refusal.problem().contains(TOLD);
  }

  private Finding missing(ModelFile file, String id, String name) {
    return finding(
        file, id, name, "It has no history time to live.", "Set it, for example to P1095D.");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
