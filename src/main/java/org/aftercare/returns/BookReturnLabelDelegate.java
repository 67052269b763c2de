package org.aftercare.returns;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.aftercare.fulfilment.AddressUnknown;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Books the label for the goods; sets {@code shipmentId} and {@code labelNumber}. Throws {@link
 * AddressUnknown#CODE} for the model when the carrier does not know the address.
 */
@Component("bookReturnLabel")
@RemoteStep
class BookReturnLabelDelegate implements JavaDelegate {

  private final ReturnTransport transport;

  BookReturnLabelDelegate(ReturnTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("labelNumber", 0) + 1;
    Optional<String> shipment = transport.bookLabel(step.key(attempt), step.caseNumber());
    step.set("labelNumber", attempt);
    step.set("shipmentId", shipment.orElseThrow(AddressUnknown::error));
  }
}
