package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files with the customer register how the case ended: the variable {@code outcome}. */
@Component("fileOutcome")
@RemoteStep
class FileOutcomeDelegate implements JavaDelegate {

  private final OutcomeFiling filing;

  FileOutcomeDelegate(OutcomeFiling filing) {
    this.filing = filing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    filing.file(
        step.key(),
        step.caseNumber(),
        step.text("outcome")
            .orElseThrow(() -> new IllegalStateException("A case is settled with an outcome.")));
  }
}
