package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ReturnGrading.Payout;
import org.aftercare.returns.ReturnGrading.Reviewed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Settles a disputed deduction, and gathers what decides who approves the rest; sets {@code payout}
 * and {@code moreDue}.
 */
@Component("settleInspected")
class SettleInspectedDelegate implements JavaDelegate {

  private final ReturnGrading grading;

  SettleInspectedDelegate(ReturnGrading grading) {
    this.grading = grading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Payout payout =
        step.text("payout")
            .map(Payout::valueOf)
            .orElseThrow(() -> new IllegalStateException("Nothing says what is paid back."));
    Reviewed reviewed =
        grading.settleAgain(
            step.caseNumber(),
            payout,
            step.entered("lossPercent", 0),
            step.entered("deductedPercent", 0));
    step.set("payout", reviewed.payout().name());
    step.set("moreDue", reviewed.more().amount().signum() > 0);
    step.weigh("currency", reviewed.more().currency());
    step.weigh("amount", reviewed.more().amount().doubleValue());
  }
}
