package org.aftercare.warranty;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the part is built in. */
@Component("usePart")
class UsePartDelegate implements JavaDelegate {

  private final ItemRepair repair;

  UsePartDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    repair.usePart(Step.of(execution).caseNumber());
  }
}
