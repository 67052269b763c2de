package org.aftercare.systems;

import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;
import org.aftercare.engine.StaffGroup;

/** The carrier. Its scans come back as callbacks. */
@DataSource(
    name = "Transports",
    system = "Shipping",
    owner = StaffGroup.WAREHOUSE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface Shipping {

  /**
   * Books a transport.
   *
   * @throws SystemRefusalException {@code ADDRESS_UNKNOWN}
   */
  Shipment ship(String key, ShipmentRequest request);

  Optional<Shipment> findShipment(String key);

  /** Cancels a transport. Nothing happens to one that is under way, and the answer says so. */
  CancelledShipment cancel(String key, String shipmentId);

  Optional<CancelledShipment> findCancelled(String key);

  /** Claims from the carrier what was lost or damaged on the way. */
  CarrierClaim claim(String key, ClaimRequest request);

  Optional<CarrierClaim> findClaim(String key);

  enum Mishap {
    LOST,
    DAMAGED
  }

  enum Direction {
    /** From the customer to the workshop. */
    PICK_UP,
    /** A replacement, repaired item or loaner to the customer. */
    DELIVERY,
    /** From the customer back to the warehouse; the customer hands it in under the label. */
    RETURN
  }

  /**
   * All that a carrier gets to know.
   *
   * @param content what is carried: {@code ITEM}, {@code REPLACEMENT}, {@code LOANER} or {@code
   *     RETURN}
   */
  record ShipmentRequest(
      String caseNumber,
      Direction direction,
      String content,
      @Personal String recipientName,
      @Personal String phone,
      Address address) {}

  record Shipment(String shipmentId, String trackingNumber) {}

  enum Cancelling {
    /** Nobody fetches it any more. */
    CANCELLED,
    /** The carrier has fetched it, whether or not we have heard of the scan, and carries it on. */
    UNDER_WAY
  }

  /** What became of the wish to cancel a transport. */
  record CancelledShipment(String reference, Cancelling outcome) {}

  /**
   * @param worth what it was worth
   */
  record ClaimRequest(String caseNumber, String shipmentId, Mishap mishap, Money worth) {}

  record CarrierClaim(String claimId) {}
}
