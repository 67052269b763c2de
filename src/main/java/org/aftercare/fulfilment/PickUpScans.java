package org.aftercare.fulfilment;

import org.aftercare.engine.MessageReported;
import org.aftercare.engine.Reference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what the carrier has fetched, though no process awaits to hear of it. */
@Component
class PickUpScans {

  private static final String PICKED_UP = "ShipmentPickedUp";
  private static final String SHIPMENT = "shipmentId";

  private final ItemTransport transport;

  PickUpScans(ItemTransport transport) {
    this.transport = transport;
  }

  /** In the transaction that takes the message in. */
  @EventListener
  void on(MessageReported reported) {
    if (reported.message().name().equals(PICKED_UP)) {
      transport.fetched(
          reported.message().caseNumber(), shipment(reported.message().variables().get(SHIPMENT)));
    }
  }

  private static String shipment(Object told) {
    return told instanceof Reference reference ? reference.text() : String.valueOf(told);
  }
}
