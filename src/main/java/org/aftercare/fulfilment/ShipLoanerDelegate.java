package org.aftercare.fulfilment;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends a loaner; sets {@code shipmentId} and {@code loanerNumber}. Throws {@link
 * AddressUnknown#CODE} for the model when the carrier does not know the address.
 */
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
    int attempt = step.number("loanerNumber", 0) + 1;
    Optional<String> shipment = transport.lend(step.key(attempt), step.caseNumber());
    step.set("loanerNumber", attempt);
    step.set("shipmentId", shipment.orElseThrow(AddressUnknown::error));
  }
}
