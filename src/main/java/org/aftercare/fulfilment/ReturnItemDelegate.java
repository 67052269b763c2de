package org.aftercare.fulfilment;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends the repaired item back; sets {@code shipmentId} and {@code returnNumber}. Throws {@link
 * AddressUnknown#CODE} for the model when the carrier does not know the address.
 */
@Component("returnItem")
@RemoteStep
class ReturnItemDelegate implements JavaDelegate {

  private final ItemTransport transport;

  ReturnItemDelegate(ItemTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("returnNumber", 0) + 1;
    Optional<String> shipment = transport.returnItem(step.key(attempt), step.caseNumber());
    step.set("returnNumber", attempt);
    step.set("shipmentId", shipment.orElseThrow(AddressUnknown::error));
  }
}
