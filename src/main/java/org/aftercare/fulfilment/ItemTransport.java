package org.aftercare.fulfilment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.CaseItems;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceItem;
import org.aftercare.customers.Customer;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.Shipping.Direction;
import org.aftercare.systems.Shipping.Shipment;
import org.aftercare.systems.Shipping.ShipmentRequest;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has items carried: to the workshop and back, replacements and loaners. Each transport that is
 * booked answers with the carrier's number for it; none is booked while the carrier does not know
 * the customer's address.
 */
@Service
public class ItemTransport {

  private final CaseItems items;
  private final Commitments commitments;
  private final Shipping shipping;
  private final Contact contact;
  private final RemoteSteps remote;
  private final Cases cases;
  private final Clock clock;

  public ItemTransport(
      CaseItems items,
      Commitments commitments,
      Shipping shipping,
      Contact contact,
      RemoteSteps remote,
      Cases cases,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.shipping = shipping;
    this.contact = contact;
    this.remote = remote;
    this.cases = cases;
    this.clock = clock;
  }

  /** Has the item fetched from the customer; an earlier attempt of the case is over. */
  @Transactional
  public Optional<String> pickUp(StepKey step, String caseNumber) {
    return ship(
        step, caseNumber, Kind.PICK_UP, Direction.PICK_UP, "ITEM", "warranty.pick-up-booked");
  }

  /** Sends the item back from the workshop. */
  @Transactional
  public Optional<String> returnItem(StepKey step, String caseNumber) {
    return ship(
        step, caseNumber, Kind.RETURN, Direction.DELIVERY, "ITEM", "warranty.item-returned");
  }

  /** Sends the replacement; an earlier one of the case was lost. */
  @Transactional
  public Optional<String> deliverReplacement(StepKey step, String caseNumber) {
    return ship(
        step,
        caseNumber,
        Kind.DELIVERY,
        Direction.DELIVERY,
        "REPLACEMENT",
        "warranty.replacement-sent");
  }

  /** Sends an item to use until the customer's own is back. */
  @Transactional
  public Optional<String> lend(StepKey step, String caseNumber) {
    return ship(
        step, caseNumber, Kind.LOANER, Direction.DELIVERY, "LOANER", "warranty.loaner-shipped");
  }

  /** The item is in the workshop, whether or not the carrier has told that it was fetched. */
  @Transactional
  public void arrived(String caseNumber) {
    commitments
        .latest(caseNumber, Kind.PICK_UP)
        .ifPresent(pickUp -> commitments.leave(pickUp, clock.instant()));
  }

  /**
   * The carrier has fetched what it is to carry. A transport that the case does not know is passed
   * over.
   *
   * @param shipmentId the carrier's number of the transport
   * @return whether it had been cancelled and is under way all the same
   */
  @Transactional
  public boolean fetched(String caseNumber, String shipmentId) {
    boolean cancelled = false;
    for (Commitment made : commitments.of(caseNumber)) {
      if (Commitment.TRANSPORTS.contains(made.kind())
          && made.reference().equals(shipmentId)
          && commitments.leave(made, clock.instant())) {
        cancelled |= commitments.standAgain(made);
      }
    }
    return cancelled;
  }

  private Optional<String> ship(
      StepKey step,
      String caseNumber,
      Kind kind,
      Direction direction,
      String content,
      String event) {
    ServiceItem item = items.of(caseNumber);
    Customer customer = contact.of(item.customerId());
    ShipmentRequest request =
        new ShipmentRequest(
            caseNumber, direction, content, customer.name(), customer.phone(), customer.address());
    return remote
        .once(step, Shipment.class, key -> shipping.ship(key, request), shipping::findShipment)
        .fold(
            shipment -> {
              commitments
                  .standing(caseNumber, Set.of(kind))
                  .forEach(earlier -> commitments.markDone(earlier));
              commitments.add(
                  Commitment.of(caseNumber, kind, shipment.shipmentId(), clock.instant())
                      .withDetail(shipment.trackingNumber()));
              cases.record(caseNumber, event, Map.of("trackingNumber", shipment.trackingNumber()));
              return Optional.of(shipment.shipmentId());
            },
            refusal -> {
              UnforeseenRefusalException.unless("shipping", refusal, "ADDRESS_UNKNOWN");
              return Optional.empty();
            });
  }
}
