package org.aftercare.fulfilment;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Books the next pick-up; sets {@code shipmentId} and {@code pickUpNumber}. Throws {@link
 * AddressUnknown#CODE} for the model when the carrier does not know the address.
 */
@Component("bookPickUp")
@RemoteStep
class BookPickUpDelegate implements JavaDelegate {

  private final ItemTransport transport;

  BookPickUpDelegate(ItemTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("pickUpNumber", 0) + 1;
    Optional<String> shipment = transport.pickUp(step.key(attempt), step.caseNumber());
    step.set("pickUpNumber", attempt);
    step.set("shipmentId", shipment.orElseThrow(AddressUnknown::error));
  }
}
