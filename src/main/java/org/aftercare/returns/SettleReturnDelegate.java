package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ReturnGrading.Payout;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Settles what is paid back, and gathers what decides who approves it; sets {@code disputable}: a
 * deduction is looked at a second time once, before or after it is told.
 */
@Component("settleReturn")
class SettleReturnDelegate implements JavaDelegate {

  private final ReturnGrading grading;

  SettleReturnDelegate(ReturnGrading grading) {
    this.grading = grading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Payout payout =
        step.text("payout")
            .map(Payout::valueOf)
            .orElseThrow(() -> new IllegalStateException("Nothing says what is paid back."));
    RefundSum sum = grading.settle(step.caseNumber(), payout, step.entered("lossPercent", 0));
    step.set("disputable", !step.flag("secondLook"));
    step.weigh("currency", sum.total().currency());
    step.weigh("amount", sum.total().amount().doubleValue());
  }
}
