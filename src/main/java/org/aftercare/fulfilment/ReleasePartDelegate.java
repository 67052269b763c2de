package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the part back. */
@Component("releasePart")
@RemoteStep
class ReleasePartDelegate implements JavaDelegate {

  private final ItemRepair repair;

  ReleasePartDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    repair.releasePart(step.key(), step.caseNumber());
  }
}
