package org.aftercare.fulfilment;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the loaner is back, or given up. */
@Component("noteLoanerBack")
class NoteLoanerBackDelegate implements JavaDelegate {

  private final ItemRepair repair;

  NoteLoanerBackDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    repair.loanerBack(Step.of(execution).caseNumber());
  }
}
