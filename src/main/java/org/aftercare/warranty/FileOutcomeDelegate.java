package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files with the customer register how the claim ended. */
@Component("fileOutcome")
@RemoteStep
class FileOutcomeDelegate implements JavaDelegate {

  private final ClaimSettlement settlement;

  FileOutcomeDelegate(ClaimSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    settlement.file(
        step.key(),
        step.caseNumber(),
        step.text("outcome")
            .orElseThrow(() -> new IllegalStateException("A claim is settled with an outcome.")));
  }
}
