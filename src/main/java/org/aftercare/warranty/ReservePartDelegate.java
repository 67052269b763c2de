package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reserves or orders the part; gives its wait to the decision whether that is soon enough. */
@Component("reservePart")
@RemoteStep
class ReservePartDelegate implements JavaDelegate {

  private final ItemRepair repair;

  ReservePartDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.weigh("daysUntilPart", repair.reservePart(step.key(), step.caseNumber()));
  }
}
