package org.aftercare.warranty;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the day of the repair to the decision whether it lengthens the guarantee. */
@Component("prepareExtension")
class PrepareExtensionDelegate implements JavaDelegate {

  private final ClaimSettlement settlement;

  PrepareExtensionDelegate(ClaimSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.weigh("repairedOn", settlement.repairedOn(step.caseNumber()));
  }
}
