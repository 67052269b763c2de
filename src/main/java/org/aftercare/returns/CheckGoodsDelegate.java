package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees whether what is back can be sold again; sets {@code sellable}. */
@Component("checkGoods")
class CheckGoodsDelegate implements JavaDelegate {

  private final ReturnGrading grading;

  CheckGoodsDelegate(ReturnGrading grading) {
    this.grading = grading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("sellable", grading.sellable(step.caseNumber()));
  }
}
