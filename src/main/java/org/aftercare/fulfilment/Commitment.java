package org.aftercare.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.aftercare.systems.Money;

/**
 * Something that another system has been asked to do for a case: a part, a visit, a transport, a
 * replacement, money.
 *
 * @param kind with {@code ordinal} unique in the case
 * @param ordinal from 1, counts the case's commitments of that kind
 * @param reference the other system's number for it; a code where no system has given one
 * @param detail what the kind needs to remember in one word: a part number, a tracking number or a
 *     serial number; {@code null} if nothing
 * @param state whether it still stands
 * @param madeAt when it was made
 * @param expectedOn when it is due, or {@code null}
 * @param startsAt when a visit begins, or {@code null}
 * @param endsAt when a visit ends, or {@code null}
 * @param amount what it is worth, or {@code null}
 * @param leftAt when what a transport carries was in the carrier's or our hands; {@code null} while
 *     it is only booked, and for all that is no transport
 */
public record Commitment(
    String caseNumber,
    Kind kind,
    int ordinal,
    String reference,
    String detail,
    State state,
    Instant madeAt,
    LocalDate expectedOn,
    Instant startsAt,
    Instant endsAt,
    Money amount,
    Instant leftAt) {

  public enum Kind {
    PART,
    VISIT,
    PICK_UP,
    RETURN,
    REPLACEMENT,
    DELIVERY,
    LOANER,
    REFUND,
    INVOICE,
    EXTENSION,
    RECOVERY,
    /** The customer sends goods back under it. */
    LABEL,
    CARRIER_CLAIM,
    RESTOCKING
  }

  public enum State {
    STANDS,
    /** It was used, or its time has passed. */
    DONE,
    TAKEN_BACK,
    /** The other system would not. */
    REFUSED
  }

  /** What a carrier fetches somewhere and brings to another place. */
  public static final Set<Kind> TRANSPORTS =
      Set.of(Kind.PICK_UP, Kind.RETURN, Kind.DELIVERY, Kind.LOANER, Kind.LABEL);

  /** A new one that stands. The store gives it its ordinal. */
  public static Commitment of(String caseNumber, Kind kind, String reference, Instant madeAt) {
    return new Commitment(
        caseNumber, kind, 0, reference, null, State.STANDS, madeAt, null, null, null, null, null);
  }

  /** Under its number among those of its kind. */
  public Commitment withOrdinal(int number) {
    return new Commitment(
        caseNumber,
        kind,
        number,
        reference,
        detail,
        state,
        madeAt,
        expectedOn,
        startsAt,
        endsAt,
        amount,
        leftAt);
  }

  /** With the one word that the kind remembers. */
  public Commitment withDetail(String text) {
    return new Commitment(
        caseNumber,
        kind,
        ordinal,
        reference,
        text,
        state,
        madeAt,
        expectedOn,
        startsAt,
        endsAt,
        amount,
        leftAt);
  }

  /** With the day that it is due. */
  public Commitment expectedOn(LocalDate day) {
    return new Commitment(
        caseNumber,
        kind,
        ordinal,
        reference,
        detail,
        state,
        madeAt,
        day,
        startsAt,
        endsAt,
        amount,
        leftAt);
  }

  /** With the time of a visit. */
  public Commitment between(Instant start, Instant end) {
    return new Commitment(
        caseNumber,
        kind,
        ordinal,
        reference,
        detail,
        state,
        madeAt,
        expectedOn,
        start,
        end,
        amount,
        leftAt);
  }

  /** With what it is worth. */
  public Commitment worth(Money money) {
    return new Commitment(
        caseNumber,
        kind,
        ordinal,
        reference,
        detail,
        state,
        madeAt,
        expectedOn,
        startsAt,
        endsAt,
        money,
        leftAt);
  }

  /** As one that the other system refused. */
  public Commitment refused() {
    return withState(State.REFUSED);
  }

  /** As one that was cancelled. */
  public Commitment takenBack() {
    return withState(State.TAKEN_BACK);
  }

  /** As one that was taken back and goes on all the same. */
  public Commitment standing() {
    return withState(State.STANDS);
  }

  /** As one that was used, or whose time has passed. */
  public Commitment done() {
    return withState(State.DONE);
  }

  /** With the moment from which what it carries is not where it was fetched any more. */
  public Commitment leftAt(Instant at) {
    return new Commitment(
        caseNumber,
        kind,
        ordinal,
        reference,
        detail,
        state,
        madeAt,
        expectedOn,
        startsAt,
        endsAt,
        amount,
        at);
  }

  private Commitment withState(State changed) {
    return new Commitment(
        caseNumber,
        kind,
        ordinal,
        reference,
        detail,
        changed,
        madeAt,
        expectedOn,
        startsAt,
        endsAt,
        amount,
        leftAt);
  }

  /** Whether what a transport carries has been fetched. */
  public boolean hasLeft() {
    return leftAt != null;
  }

  /** Whether it was granted and is neither used nor taken back. */
  public boolean stands() {
    return state == State.STANDS;
  }
}
