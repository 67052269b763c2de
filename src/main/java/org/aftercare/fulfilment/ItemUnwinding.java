package org.aftercare.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Booking;
import org.aftercare.systems.Booking.CancelledVisit;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Cancelled;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.Shipping.CancelledShipment;
import org.aftercare.systems.Shipping.Cancelling;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what other systems have been asked to do for a case. */
@Service
public class ItemUnwinding {

  /** Transports of what we have sent from where it lay: the customer's item, or one of ours. */
  private static final Set<Kind> SENT = EnumSet.of(Kind.RETURN, Kind.LOANER);

  /** Transports of what was at the customer's. */
  private static final Set<Kind> FROM_CUSTOMER = EnumSet.of(Kind.PICK_UP, Kind.LABEL);

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
        !onlyBooked(caseNumber).isEmpty(),
        stands(caseNumber, Set.of(Kind.REPLACEMENT)),
        goodsAreOut(caseNumber),
        stands(caseNumber, Set.of(Kind.INVOICE)));
  }

  /** What comes from the customer is at home until the carrier has it; a booking moves nothing. */
  private boolean goodsAreOut(String caseNumber) {
    return stands(caseNumber, SENT)
        || commitments.standing(caseNumber, FROM_CUSTOMER).stream().anyMatch(Commitment::hasLeft);
  }

  private List<Commitment> onlyBooked(String caseNumber) {
    return commitments.standing(caseNumber, Commitment.TRANSPORTS).stream()
        .filter(transport -> !transport.hasLeft())
        .toList();
  }

  private boolean stands(String caseNumber, Set<Kind> kinds) {
    return !commitments.standing(caseNumber, kinds).isEmpty();
  }

  /** Cancels every visit that still stands. */
  @Transactional
  public void cancelVisit(StepKey step, String caseNumber) {
    takeBack(
        step,
        commitments.standing(caseNumber, Set.of(Kind.VISIT)),
        CancelledVisit.class,
        booking::cancel,
        booking::findCancelled,
        (visit, cancelled) -> commitments.takeBack(visit));
  }

  /**
   * Cancels every transport that is only booked; one that is under way goes on. Only the carrier
   * knows for certain which are: its scans may be late.
   *
   * @return whether goods are out, which may have turned out just now
   */
  @Transactional
  public boolean cancelShipments(StepKey step, String caseNumber) {
    List<Commitment> booked = onlyBooked(caseNumber);
    takeBack(
        step,
        booked,
        CancelledShipment.class,
        shipping::cancel,
        shipping::findCancelled,
        (transport, answer) -> {
          if (answer.outcome() == Cancelling.UNDER_WAY) {
            commitments.leave(transport, clock.instant());
          } else {
            commitments.takeBack(transport);
          }
        });
    return wentOff(caseNumber, booked) || goodsAreOut(caseNumber);
  }

  /** Whether of what was to be cancelled something goes on, or all had left before we asked. */
  private boolean wentOff(String caseNumber, List<Commitment> booked) {
    List<String> standing =
        commitments.standing(caseNumber, Commitment.TRANSPORTS).stream()
            .map(Commitment::reference)
            .toList();
    return booked.isEmpty()
        || booked.stream().map(Commitment::reference).anyMatch(standing::contains);
  }

  /** Cancels every replacement that still stands. */
  @Transactional
  public void cancelReplacement(StepKey step, String caseNumber) {
    takeBack(
        step,
        commitments.standing(caseNumber, Set.of(Kind.REPLACEMENT)),
        Cancelled.class,
        orders::cancelReplacement,
        orders::findCancelled,
        (replacement, cancelled) -> commitments.takeBack(replacement));
  }

  /** Each under a key of its own, so that a step that takes several back can be retried. */
  private <T> void takeBack(
      StepKey step,
      List<Commitment> standing,
      Class<T> type,
      BiFunction<String, String, T> cancel,
      Function<String, Optional<T>> find,
      BiConsumer<Commitment, T> settle) {
    for (Commitment made : standing) {
      int attempt = made.kind().ordinal() + 1 + Kind.values().length * (made.ordinal() - 1);
      T answer =
          remote
              .once(step.attempt(attempt), type, key -> cancel.apply(key, made.reference()), find)
              .fold(
                  cancelled -> cancelled,
                  refusal -> {
                    throw new UnforeseenRefusalException(made.kind().name(), refusal);
                  });
      settle.accept(made, answer);
    }
  }

  /**
   * What of it stands.
   *
   * @param shipment whether a transport is booked that has not begun
   * @param goods whether the customer's item is away from home or a loaner with the customer
   */
  public record Bookings(
      boolean part,
      boolean visit,
      boolean shipment,
      boolean replacement,
      boolean goods,
      boolean invoice) {

    /** Whether a technician or carrier is to come to the address that was known when booking. */
    boolean goesToCustomer() {
      return visit || shipment;
    }
  }
}
