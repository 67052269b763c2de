package org.aftercare.fulfilment;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends the replacement that was ordered last; sets {@code shipmentId} and {@code shippingNumber}.
 * Throws {@link AddressUnknown#CODE} for the model when the carrier does not know the address.
 */
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
    int attempt = step.number("shippingNumber", 0) + 1;
    Optional<String> shipment = transport.deliverReplacement(step.key(attempt), step.caseNumber());
    step.set("shippingNumber", attempt);
    step.set("shipmentId", shipment.orElseThrow(AddressUnknown::error));
  }
}
