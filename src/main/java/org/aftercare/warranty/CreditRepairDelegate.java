package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes back the invoice of a repair that was not made. */
@Component("creditRepair")
@RemoteStep
class CreditRepairDelegate implements JavaDelegate {

  private final ClaimRemedy remedy;

  CreditRepairDelegate(ClaimRemedy remedy) {
    this.remedy = remedy;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    remedy.credit(step.key(), step.caseNumber());
  }
}
