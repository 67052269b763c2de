package org.aftercare.systems.shipping;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The carrier over HTTP. */
@Component
class HttpShipping implements Shipping {

  private static final Operation<Shipment> SHIP =
      new Operation<>(
          "book transport",
          Set.of("ADDRESS_UNKNOWN"),
          (reply, shipment) -> {
            reply.text("shipmentId", shipment.shipmentId(), ReplyCheck.LONGEST_ID);
            reply.text("trackingNumber", shipment.trackingNumber(), ReplyCheck.LONGEST_NAME);
          });

  private static final Operation<CancelledShipment> CANCEL =
      new Operation<>(
          "cancel transport",
          (reply, cancelled) -> {
            reply.text("reference", cancelled.reference(), ReplyCheck.LONGEST_ID);
            reply.present("outcome", cancelled.outcome());
          });

  private static final Operation<CarrierClaim> CLAIM =
      new Operation<>(
          "claim from carrier",
          (reply, claim) -> reply.text("claimId", claim.claimId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final ShippingApi api;

  HttpShipping(@Qualifier("shippingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(ShippingApi.class);
  }

  @Override
  public Shipment ship(String key, ShipmentRequest request) {
    return system.change(SHIP, () -> api.ship(key, request));
  }

  @Override
  public Optional<Shipment> findShipment(String key) {
    return system.read(SHIP, () -> api.shipment(key));
  }

  @Override
  public CancelledShipment cancel(String key, String shipmentId) {
    return system.change(CANCEL, () -> api.cancel(key, shipmentId));
  }

  @Override
  public Optional<CancelledShipment> findCancelled(String key) {
    return system.read(CANCEL, () -> api.cancelled(key));
  }

  @Override
  public CarrierClaim claim(String key, ClaimRequest request) {
    return system.change(CLAIM, () -> api.claim(key, request));
  }

  @Override
  public Optional<CarrierClaim> findClaim(String key) {
    return system.read(CLAIM, () -> api.carrierClaim(key));
  }
}
