package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a defective item on to the flow that puts faults right. */
@Component("handToWarranty")
class HandToWarrantyDelegate implements JavaDelegate {

  private final ReturnHandOver handing;

  HandToWarrantyDelegate(ReturnHandOver handing) {
    this.handing = handing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    handing.toWarranty(step.caseNumber());
  }
}
