package org.aftercare.returns;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.Cases;
import org.aftercare.cases.Facts;
import org.aftercare.customers.Customer;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.fulfilment.Contact;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Sending;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.RestockRequest;
import org.aftercare.systems.Orders.Restocked;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.Shipping.CarrierClaim;
import org.aftercare.systems.Shipping.ClaimRequest;
import org.aftercare.systems.Shipping.Direction;
import org.aftercare.systems.Shipping.Mishap;
import org.aftercare.systems.Shipping.Shipment;
import org.aftercare.systems.Shipping.ShipmentRequest;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has goods carried back, follows them, and takes them into the stock again. */
@Service
class ReturnTransport {

  private final Returns returns;
  private final Commitments commitments;
  private final Shipping shipping;
  private final Orders orders;
  private final Contact contact;
  private final RemoteSteps remote;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;

  ReturnTransport(
      Returns returns,
      Commitments commitments,
      Shipping shipping,
      Orders orders,
      Contact contact,
      RemoteSteps remote,
      Cases cases,
      BusinessCalendar calendar,
      Clock clock) {
    this.returns = returns;
    this.commitments = commitments;
    this.shipping = shipping;
    this.orders = orders;
    this.contact = contact;
    this.remote = remote;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Books the label under which the customer hands the goods in.
   *
   * @return the transport's number; empty while the carrier does not know the customer's address
   */
  @Transactional
  Optional<String> bookLabel(StepKey step, String caseNumber) {
    Customer customer = contact.of(returns.require(caseNumber).customerId());
    ShipmentRequest request =
        new ShipmentRequest(
            caseNumber,
            Direction.RETURN,
            "RETURN",
            customer.name(),
            customer.phone(),
            customer.address());
    return remote
        .once(step, Shipment.class, key -> shipping.ship(key, request), shipping::findShipment)
        .fold(
            shipment -> {
              commitments.add(
                  Commitment.of(caseNumber, Kind.LABEL, shipment.shipmentId(), clock.instant())
                      .withDetail(shipment.trackingNumber()));
              return Optional.of(shipment.shipmentId());
            },
            refusal -> {
              UnforeseenRefusalException.unless("shipping", refusal, "ADDRESS_UNKNOWN");
              return Optional.empty();
            });
  }

  /**
   * The goods have been sent; the first proof counts. From here on they cannot be called back, and
   * are out until the case has settled what becomes of them, however they travel.
   *
   * @return whether so much of the time to pay has passed that the refund is to be hurried
   */
  @Transactional
  boolean noteSending(String caseNumber, Proof proof) {
    ProductReturn of = returns.require(caseNumber);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (of.sending() == null) {
      returns.change(of.with(new Sending(proof, now)));
      cases.record(caseNumber, "returns.sent", Map.of());
    }
    commitments
        .standing(caseNumber, Set.of(Kind.LABEL))
        .forEach(label -> commitments.leave(label, now));
    // In the early morning of that day the flow's timer may still be to come: better told twice.
    return !calendar.dateIn(of.country(), now).isBefore(of.requireTerms().escalateOn());
  }

  /** Claims from the carrier what it has lost or damaged. */
  @Transactional
  void claim(StepKey step, String caseNumber, Mishap mishap) {
    ProductReturn of = returns.require(caseNumber);
    Money worth = of.sumFor(of.items(), 0).items();
    String shipmentId =
        commitments.of(caseNumber).stream()
            .filter(made -> made.kind() == Kind.LABEL)
            .reduce((earlier, later) -> later)
            .map(Commitment::reference)
            .orElseThrow(
                () -> new IllegalStateException("Case " + caseNumber + " has no transport."));
    ClaimRequest request = new ClaimRequest(caseNumber, shipmentId, mishap, worth);
    CarrierClaim claim =
        remote
            .once(
                step, CarrierClaim.class, key -> shipping.claim(key, request), shipping::findClaim)
            .fold(
                made -> made,
                refusal -> {
                  throw new UnforeseenRefusalException("shipping", refusal);
                });
    commitments.add(
        Commitment.of(caseNumber, Kind.CARRIER_CLAIM, claim.claimId(), clock.instant())
            .worth(worth));
    cases.record(
        caseNumber, "internal.returns.carrier-claimed", Map.of("amount", Facts.amount(worth)));
  }

  /** Takes the items that are back into the stock again. */
  @Transactional
  void restock(StepKey step, String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    List<String> serialNumbers = of.itemsBack().stream().map(ReturnItem::serialNumber).toList();
    RestockRequest request = new RestockRequest(caseNumber, of.orderNumber(), serialNumbers);
    Restocked restocked =
        remote
            .once(step, Restocked.class, key -> orders.restock(key, request), orders::findRestocked)
            .fold(
                done -> done,
                refusal -> {
                  throw new UnforeseenRefusalException("orders", refusal);
                });
    commitments.add(
        Commitment.of(caseNumber, Kind.RESTOCKING, restocked.reference(), clock.instant()).done());
    cases.record(caseNumber, "internal.returns.restocked", Map.of());
  }
}
