package org.aftercare.warranty;

import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Weighs a repair that came to nothing: one that failed counts in {@code failedRepairs}, any other
 * reason rules repairing out ({@code repairRuledOut}), and an item that was lost is ours to make
 * good whoever answers for the fault ({@code itemLost}).
 */
@Component("weighRepair")
class WeighRepairDelegate implements JavaDelegate {

  private final Cases cases;

  WeighRepairDelegate(Cases cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    if (step.text("repairResult").filter("FAILED"::equals).isPresent()) {
      step.set("failedRepairs", step.number("failedRepairs", 0) + 1);
      cases.record(step.caseNumber(), "warranty.repair-failed", Map.of());
    } else {
      if (step.text("repairResult").filter("ITEM_LOST"::equals).isPresent()) {
        step.set("itemLost", true);
      }
      step.set("repairRuledOut", true);
      cases.record(step.caseNumber(), "warranty.repair-ruled-out", Map.of());
    }
  }
}
