package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the replacement that was ordered last. */
@Component("shipReplacement")
@RemoteStep
class ShipReplacementDelegate implements JavaDelegate {

  private final ItemTransport transport;

  ShipReplacementDelegate(ItemTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    transport.deliverReplacement(
        step.key(Math.max(1, step.number("deliveryNumber", 1))), step.caseNumber());
  }
}
