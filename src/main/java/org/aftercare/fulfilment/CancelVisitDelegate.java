package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Cancels the visit. */
@Component("cancelVisit")
@RemoteStep
class CancelVisitDelegate implements JavaDelegate {

  private final ItemUnwinding unwinding;

  CancelVisitDelegate(ItemUnwinding unwinding) {
    this.unwinding = unwinding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    unwinding.cancelVisit(step.key(), step.caseNumber());
  }
}
