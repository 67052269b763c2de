package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lengthens the legal guarantee by {@code extensionMonths}. */
@Component("extendGuarantee")
@RemoteStep
class ExtendGuaranteeDelegate implements JavaDelegate {

  private final ClaimSettlement settlement;

  ExtendGuaranteeDelegate(ClaimSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int months = step.number("extensionMonths", 0);
    if (months > 0) {
      settlement.extend(step.key(), step.caseNumber(), months);
    }
  }
}
