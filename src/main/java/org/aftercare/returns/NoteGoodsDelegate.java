package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ReturnGrading.Inspection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the warehouse has found; sets {@code allHere} and {@code lossPercent}. */
@Component("noteGoods")
class NoteGoodsDelegate implements JavaDelegate {

  private final ReturnGrading grading;

  NoteGoodsDelegate(ReturnGrading grading) {
    this.grading = grading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Inspection found = Inspections.of(step);
    step.set("lossPercent", found.lossPercent());
    step.set("allHere", grading.receive(step.caseNumber(), found));
  }
}
