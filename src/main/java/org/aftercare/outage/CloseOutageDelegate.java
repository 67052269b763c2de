package org.aftercare.outage;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts what an outage has come to. */
@Component("closeOutage")
class CloseOutageDelegate implements JavaDelegate {

  private final AffectedCustomers affected;

  CloseOutageDelegate(AffectedCustomers affected) {
    this.affected = affected;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    affected.close(step.caseNumber());
  }
}
