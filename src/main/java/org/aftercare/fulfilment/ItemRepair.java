package org.aftercare.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.CaseItems;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceItem;
import org.aftercare.customers.Customer;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.systems.Booking;
import org.aftercare.systems.Booking.Appointment;
import org.aftercare.systems.Booking.VisitRequest;
import org.aftercare.systems.Parts;
import org.aftercare.systems.Parts.Released;
import org.aftercare.systems.Parts.Reservation;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Reply;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gets an item repaired: the part and the visit. */
@Service
public class ItemRepair {

  /** Longer than any wait that a rule allows: the part is not made any more. */
  public static final int NEVER = 999;

  private final CaseItems items;
  private final Commitments commitments;
  private final Parts parts;
  private final Booking booking;
  private final Contact contact;
  private final RemoteSteps remote;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;

  public ItemRepair(
      CaseItems items,
      Commitments commitments,
      Parts parts,
      Booking booking,
      Contact contact,
      RemoteSteps remote,
      Cases cases,
      BusinessCalendar calendar,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.parts = parts;
    this.booking = booking;
    this.contact = contact;
    this.remote = remote;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Reserves the part, or has it ordered.
   *
   * @return which, and when it is here
   */
  @Transactional
  public PartReserved reservePart(StepKey step, String caseNumber) {
    ServiceItem item = items.of(caseNumber);
    if (item.partNumber() == null) {
      // Chosen by a person for an item that nobody knows how to repair: the next remedy is found.
      return new PartReserved(null, NEVER);
    }
    Reply<Reservation> reply =
        remote.once(
            step,
            Reservation.class,
            key -> parts.reserve(key, caseNumber, item.partNumber(), 1),
            parts::findReservation);
    return reply.fold(
        reservation -> new PartReserved(reservation.reservationId(), keep(item, reservation)),
        refusal -> {
          UnforeseenRefusalException.unless("parts", refusal, "DISCONTINUED");
          return new PartReserved(null, NEVER);
        });
  }

  private int keep(ServiceItem item, Reservation reservation) {
    commitments.add(
        Commitment.of(item.caseNumber(), Kind.PART, reservation.reservationId(), clock.instant())
            .withDetail(item.partNumber())
            .expectedOn(reservation.expectedOn()));
    if (reservation.inStock()) {
      cases.record(item.caseNumber(), "warranty.part-reserved", Map.of());
      return 0;
    }
    cases.record(
        item.caseNumber(),
        "warranty.part-on-order",
        Map.of("expectedOn", reservation.expectedOn().toString()));
    // Ordered is never "here", whatever the day that the supplier names.
    return Math.max(1, daysBetween(today(item), reservation.expectedOn()));
  }

  /**
   * Weighs that the part is not here yet.
   *
   * @param named the day that the supplier has named last, or {@code null} if none since the order
   * @return calendar days from the order to the day that it is expected, for the customer has
   *     waited for some of them; {@link #NEVER} if that day has come and the part has not
   */
  @Transactional
  public int weighDelay(String caseNumber, LocalDate named) {
    ServiceItem item = items.of(caseNumber);
    Commitment part =
        commitments
            .latest(caseNumber, Kind.PART)
            .orElseThrow(
                () -> new IllegalStateException("Case " + caseNumber + " waits for no part."));
    LocalDate expectedOn = named == null ? part.expectedOn() : named;
    if (!expectedOn.isAfter(today(item))) {
      return NEVER;
    }
    commitments.reschedule(part.expectedOn(expectedOn));
    LocalDate orderedOn = calendar.dateIn(item.country(), part.madeAt());
    return Math.max(1, daysBetween(orderedOn, expectedOn));
  }

  /**
   * The work on the item has ended, in whatever way: it is not on its way any more.
   *
   * @param partUsed whether the part is built in, so that nobody can give it back
   */
  @Transactional
  public void workDone(String caseNumber, boolean partUsed) {
    Set<Kind> over =
        partUsed
            ? EnumSet.of(Kind.PART, Kind.PICK_UP, Kind.RETURN)
            : EnumSet.of(Kind.PICK_UP, Kind.RETURN);
    commitments.standing(caseNumber, over).forEach(commitments::markDone);
  }

  /** The loaner is back, or given up. */
  @Transactional
  public void loanerBack(String caseNumber) {
    commitments.standing(caseNumber, Set.of(Kind.LOANER)).forEach(commitments::markDone);
  }

  /**
   * Whether a loaner would help the customer: the repair, which holds its part to its end, goes on,
   * and none is lent yet. Whoever pays for the repair is lent nothing.
   */
  @Transactional(readOnly = true)
  public boolean loanerHelps(String caseNumber) {
    return !commitments.standing(caseNumber, Set.of(Kind.PART)).isEmpty()
        && commitments.standing(caseNumber, Set.of(Kind.LOANER)).isEmpty()
        && commitments.latest(caseNumber, Kind.INVOICE).isEmpty();
  }

  /** Gives the part back, if there is one. */
  @Transactional
  public void releasePart(StepKey step, String caseNumber) {
    for (Commitment part : commitments.standing(caseNumber, Set.of(Kind.PART))) {
      remote
          .once(
              step.attempt(part.ordinal()),
              Released.class,
              key -> parts.release(key, part.reference()),
              parts::findReleased)
          .fold(
              released -> part,
              refusal -> {
                throw new UnforeseenRefusalException("parts", refusal);
              });
      commitments.takeBack(part);
    }
  }

  /**
   * Books a visit of a technician on the first free day from tomorrow. An earlier visit of the case
   * is over: nobody was at home.
   *
   * @return the visit's number, or empty if no technician is free
   */
  @Transactional
  public Optional<String> bookVisit(StepKey step, String caseNumber) {
    ServiceItem item = items.of(caseNumber);
    Customer customer = contact.of(item.customerId());
    VisitRequest request =
        new VisitRequest(
            caseNumber,
            item.productGroup(),
            calendar.businessDayOnOrAfter(item.country(), today(item).plusDays(1)),
            customer.name(),
            customer.phone(),
            customer.address());
    Reply<Visit> reply =
        remote.once(
            step,
            Visit.class,
            key -> Visit.of(booking.book(key, request)),
            key -> booking.findAppointment(key).map(Visit::of));
    commitments.standing(caseNumber, Set.of(Kind.VISIT)).forEach(commitments::markDone);
    return reply.fold(
        visit -> {
          add(caseNumber, visit);
          return Optional.of(visit.appointmentId());
        },
        refusal -> {
          UnforeseenRefusalException.unless("booking", refusal, "NO_SLOT");
          return Optional.empty();
        });
  }

  /**
   * Notes a visit that a person has agreed on with the customer and booked by hand.
   *
   * @param visit with the booking system's number for it
   * @throws IllegalArgumentException if it would begin in the past
   */
  @Transactional
  public void noteVisit(String caseNumber, Visit visit) {
    if (!visit.startsAt().isAfter(clock.instant())) {
      throw new IllegalArgumentException("The visit of case " + caseNumber + " lies in the past.");
    }
    commitments.standing(caseNumber, Set.of(Kind.VISIT)).forEach(commitments::markDone);
    add(caseNumber, visit);
  }

  private void add(String caseNumber, Visit visit) {
    commitments.add(
        Commitment.of(caseNumber, Kind.VISIT, visit.appointmentId(), clock.instant())
            .between(visit.startsAt(), visit.endsAt()));
    cases.record(
        caseNumber, "warranty.visit-booked", Map.of("visitStart", visit.startsAt().toString()));
  }

  /**
   * A visit has got another time. One that is not the case's latest is passed over: it was missed
   * or called off before.
   */
  @Transactional
  public void moveVisit(String caseNumber, String appointmentId, Instant startsAt, Instant endsAt) {
    commitments
        .latest(caseNumber, Kind.VISIT)
        .filter(visit -> visit.reference().equals(appointmentId))
        .ifPresent(
            visit -> {
              commitments.reschedule(visit.between(startsAt, endsAt));
              cases.record(
                  caseNumber, "warranty.visit-moved", Map.of("visitStart", startsAt.toString()));
            });
  }

  private LocalDate today(ServiceItem item) {
    return calendar.dateIn(item.country(), clock.instant());
  }

  private static int daysBetween(LocalDate from, LocalDate to) {
    return Math.toIntExact(Math.min(NEVER, ChronoUnit.DAYS.between(from, to)));
  }

  /**
   * @param reservationId {@code null} if there is none, for the part is not made any more
   * @param days calendar days until the part is here: 0 if it is, {@link #NEVER} if it never comes
   */
  public record PartReserved(String reservationId, int days) {}

  /** An appointment without the technician's name, which is nobody's business here. */
  public record Visit(String appointmentId, Instant startsAt, Instant endsAt) {

    static Visit of(Appointment appointment) {
      return new Visit(appointment.appointmentId(), appointment.startsAt(), appointment.endsAt());
    }
  }
}
