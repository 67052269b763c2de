package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Cancels every transport of the case. What is under way all the same is out, which nobody may have
 * known when the bookings were found.
 */
@Component("cancelShipment")
@RemoteStep
class CancelShipmentDelegate implements JavaDelegate {

  private final ItemUnwinding unwinding;

  CancelShipmentDelegate(ItemUnwinding unwinding) {
    this.unwinding = unwinding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    if (unwinding.cancelShipments(step.key(), step.caseNumber())) {
      step.set("goodsOut", true);
    }
  }
}
