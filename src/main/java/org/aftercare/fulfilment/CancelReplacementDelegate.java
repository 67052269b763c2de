package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the replacement back. */
@Component("cancelReplacement")
@RemoteStep
class CancelReplacementDelegate implements JavaDelegate {

  private final ItemUnwinding unwinding;

  CancelReplacementDelegate(ItemUnwinding unwinding) {
    this.unwinding = unwinding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    unwinding.cancelReplacement(step.key(), step.caseNumber());
  }
}
