package org.aftercare.warranty;

import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts one more failed repair in {@code failedRepairs}. */
@Component("countFailedRepair")
class CountFailedRepairDelegate implements JavaDelegate {

  private final Cases cases;

  CountFailedRepairDelegate(Cases cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("failedRepairs", step.number("failedRepairs", 0) + 1);
    cases.record(step.caseNumber(), "warranty.repair-failed", Map.of());
  }
}
