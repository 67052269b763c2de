package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a loaner. */
@Component("shipLoaner")
@RemoteStep
class ShipLoanerDelegate implements JavaDelegate {

  private final ItemTransport transport;

  ShipLoanerDelegate(ItemTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    transport.lend(step.key(), step.caseNumber());
  }
}
