package org.aftercare.systems.shipping;

import org.aftercare.systems.Shipping.CancelledShipment;
import org.aftercare.systems.Shipping.CarrierClaim;
import org.aftercare.systems.Shipping.ClaimRequest;
import org.aftercare.systems.Shipping.Shipment;
import org.aftercare.systems.Shipping.ShipmentRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/shipping.yaml} in Java. */
interface ShippingApi {

  @PostExchange("/shipments")
  Shipment ship(@RequestHeader("Idempotency-Key") String key, @RequestBody ShipmentRequest request);

  @GetExchange("/operations/{key}")
  Shipment shipment(@PathVariable String key);

  @PostExchange("/shipments/{shipmentId}/cancellation")
  CancelledShipment cancel(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String shipmentId);

  @PostExchange("/claims")
  CarrierClaim claim(
      @RequestHeader("Idempotency-Key") String key, @RequestBody ClaimRequest request);

  @GetExchange("/operations/{key}")
  CarrierClaim carrierClaim(@PathVariable String key);

  @GetExchange("/operations/{key}")
  CancelledShipment cancelled(@PathVariable String key);
}
