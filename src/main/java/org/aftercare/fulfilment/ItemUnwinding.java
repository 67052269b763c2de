package org.aftercare.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Booking;
import org.aftercare.systems.Booking.CancelledVisit;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Cancelled;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Reply;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.Shipping.CancelledShipment;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what other systems have been asked to do for a case. */
@Service
public class ItemUnwinding {

  private static final Set<Kind> SHIPMENTS =
      EnumSet.of(Kind.PICK_UP, Kind.RETURN, Kind.DELIVERY, Kind.LOANER);

  /** Transports after which something is not where it belongs. */
  private static final Set<Kind> GOODS = EnumSet.of(Kind.PICK_UP, Kind.RETURN, Kind.LOANER);

  private final Commitments commitments;
  private final Booking booking;
  private final Shipping shipping;
  private final Orders orders;
  private final RemoteSteps remote;
  private final Clock clock;

  public ItemUnwinding(
      Commitments commitments,
      Booking booking,
      Shipping shipping,
      Orders orders,
      RemoteSteps remote,
      Clock clock) {
    this.commitments = commitments;
    this.booking = booking;
    this.shipping = shipping;
    this.orders = orders;
    this.remote = remote;
    this.clock = clock;
  }

  /** What still stands. A visit whose time has passed is over, whatever came of it. */
  @Transactional(readOnly = true)
  public Bookings find(String caseNumber) {
    Instant now = clock.instant();
    return new Bookings(
        stands(caseNumber, Set.of(Kind.PART)),
        commitments.standing(caseNumber, Set.of(Kind.VISIT)).stream()
            .anyMatch(visit -> visit.endsAt().isAfter(now)),
        stands(caseNumber, SHIPMENTS),
        stands(caseNumber, Set.of(Kind.REPLACEMENT)),
        stands(caseNumber, GOODS),
        stands(caseNumber, Set.of(Kind.INVOICE)));
  }

  private boolean stands(String caseNumber, Set<Kind> kinds) {
    return !commitments.standing(caseNumber, kinds).isEmpty();
  }

  /** Cancels every visit that still stands. */
  @Transactional
  public void cancelVisit(StepKey step, String caseNumber) {
    takeBack(
        step,
        caseNumber,
        Set.of(Kind.VISIT),
        CancelledVisit.class,
        booking::cancel,
        booking::findCancelled);
  }

  /** Cancels every transport; one that is under way goes on. */
  @Transactional
  public void cancelShipments(StepKey step, String caseNumber) {
    takeBack(
        step,
        caseNumber,
        SHIPMENTS,
        CancelledShipment.class,
        shipping::cancel,
        shipping::findCancelled);
  }

  /** Cancels every replacement that still stands. */
  @Transactional
  public void cancelReplacement(StepKey step, String caseNumber) {
    takeBack(
        step,
        caseNumber,
        Set.of(Kind.REPLACEMENT),
        Cancelled.class,
        orders::cancelReplacement,
        orders::findCancelled);
  }

  /** Each under a key of its own, so that a step that takes several back can be retried. */
  private <T> void takeBack(
      StepKey step,
      String caseNumber,
      Set<Kind> kinds,
      Class<T> type,
      BiFunction<String, String, T> cancel,
      Function<String, Optional<T>> find) {
    for (Commitment made : commitments.standing(caseNumber, kinds)) {
      int attempt = made.kind().ordinal() + 1 + Kind.values().length * (made.ordinal() - 1);
      Reply<T> reply =
          remote.once(
              step.attempt(attempt), type, key -> cancel.apply(key, made.reference()), find);
      if (!reply.isGranted()) {
        throw new UnforeseenRefusalException(made.kind().name(), reply.refusal());
      }
      commitments.change(made.takenBack());
    }
  }

  /**
   * What of it stands.
   *
   * @param goods whether the customer's item may be away from home or a loaner with the customer
   */
  public record Bookings(
      boolean part,
      boolean visit,
      boolean shipment,
      boolean replacement,
      boolean goods,
      boolean invoice) {

    boolean any() {
      return part || visit || shipment || replacement;
    }
  }
}
