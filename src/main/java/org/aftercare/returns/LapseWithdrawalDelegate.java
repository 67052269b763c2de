package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets a declaration lapse that nobody has confirmed; sets {@code lapsed}. */
@Component("lapseWithdrawal")
class LapseWithdrawalDelegate implements JavaDelegate {

  private final ProductReturns returns;

  LapseWithdrawalDelegate(ProductReturns returns) {
    this.returns = returns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("lapsed", returns.lapse(step.caseNumber()));
  }
}
