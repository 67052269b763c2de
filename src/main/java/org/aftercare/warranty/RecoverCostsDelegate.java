package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Claims the cost from the supplier; sets {@code recovery}. */
@Component("recoverCosts")
@RemoteStep
class RecoverCostsDelegate implements JavaDelegate {

  private final ClaimSettlement settlement;

  RecoverCostsDelegate(ClaimSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set(
        "recovery",
        settlement
            .recover(
                step.key(),
                step.caseNumber(),
                step.text("remedy").orElse("NONE"),
                step.text("outcome").orElse("NONE"),
                step.flag("itemLost"))
            .name());
  }
}
