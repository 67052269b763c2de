package org.aftercare.fulfilment;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks whether a loaner would help the customer; sets {@code loanerNeeded}. */
@Component("checkLoaner")
class CheckLoanerDelegate implements JavaDelegate {

  private final ItemRepair repair;

  CheckLoanerDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("loanerNeeded", repair.loanerHelps(step.caseNumber()));
  }
}
