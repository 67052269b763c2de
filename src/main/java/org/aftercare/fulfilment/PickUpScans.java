package org.aftercare.fulfilment;

import org.aftercare.engine.MessageReported;
import org.aftercare.engine.Reference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what the carrier has fetched, though no process awaits to hear of it. What had been
 * cancelled and is on its way all the same has no process any more: the warehouse settles it.
 */
@Component
class PickUpScans {

  private static final String PICKED_UP = "ShipmentPickedUp";
  private static final String SHIPMENT = "shipmentId";

  private final ItemTransport transport;
  private final GoodsOutProcess goodsOut;

  PickUpScans(ItemTransport transport, GoodsOutProcess goodsOut) {
    this.transport = transport;
    this.goodsOut = goodsOut;
  }

  /** In the transaction that takes the message in. */
  @EventListener
  void on(MessageReported reported) {
    if (!reported.message().name().equals(PICKED_UP)) {
      return;
    }
    String caseNumber = reported.message().caseNumber();
    if (transport.fetched(caseNumber, shipment(reported.message().variables().get(SHIPMENT)))) {
      goodsOut.start(caseNumber);
    }
  }

  private static String shipment(Object told) {
    return told instanceof Reference reference ? reference.text() : String.valueOf(told);
  }
}
