package org.aftercare.deferral;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.aftercare.systems.Receivables.Receivable;

/**
 * A customer's request to pay an invoice later, and what came of it.
 *
 * @param country whose rules decide, ISO 3166 alpha-2
 * @param requestedOn the day of the request, in the country's time zone
 * @param invoice as billing had it last, but for its due date, which is the original one; {@code
 *     null} as long as billing could not be asked
 * @param hold of the dunning, or {@code null} as long as billing has not confirmed one
 * @param agreement what is agreed or offered, or {@code null}
 * @param finding what counted when it was decided, a code; {@code null} as long as it is not
 */
record PaymentDeferral(
    String caseNumber,
    String customerId,
    String country,
    String invoiceNumber,
    LocalDate requestedOn,
    Wish wish,
    Receivable invoice,
    Hold hold,
    Agreement agreement,
    String finding) {

  /**
   * @param payOn the day that the customer names, or {@code null}
   * @param instalments how many payments the customer wishes, 0 for one
   */
  record Wish(LocalDate payOn, int instalments, Circumstance circumstance) {}

  /** What the customer tells of the reason. */
  enum Circumstance {
    NONE,
    /** The customer has trouble to pay at all. */
    HARDSHIP,
    /** Whoever should pay has died. */
    DEATH,
    INSOLVENCY
  }

  /**
   * The hold of the dunning as billing has confirmed it.
   *
   * @param dunningLevel how many reminders there were then
   * @param stands whether it has neither been released nor ended by dunning that went on
   */
  record Hold(String holdId, int dunningLevel, boolean reminderPrinted, boolean stands) {

    Hold ended() {
      return new Hold(holdId, dunningLevel, reminderPrinted, false);
    }
  }

  PaymentDeferral with(Receivable read) {
    return new PaymentDeferral(
        caseNumber,
        customerId,
        country,
        invoiceNumber,
        requestedOn,
        wish,
        read,
        hold,
        agreement,
        finding);
  }

  PaymentDeferral in(String otherCountry) {
    return new PaymentDeferral(
        caseNumber,
        customerId,
        otherCountry,
        invoiceNumber,
        requestedOn,
        wish,
        invoice,
        hold,
        agreement,
        finding);
  }

  PaymentDeferral with(Hold changed) {
    return new PaymentDeferral(
        caseNumber,
        customerId,
        country,
        invoiceNumber,
        requestedOn,
        wish,
        invoice,
        changed,
        agreement,
        finding);
  }

  PaymentDeferral with(Agreement changed) {
    return new PaymentDeferral(
        caseNumber,
        customerId,
        country,
        invoiceNumber,
        requestedOn,
        wish,
        invoice,
        hold,
        changed,
        finding);
  }

  PaymentDeferral found(String counts) {
    return new PaymentDeferral(
        caseNumber,
        customerId,
        country,
        invoiceNumber,
        requestedOn,
        wish,
        invoice,
        hold,
        agreement,
        counts);
  }

  Optional<Hold> standingHold() {
    return Optional.ofNullable(hold).filter(Hold::stands);
  }

  /**
   * @throws IllegalStateException if billing has not been asked yet: steps that need it come later
   */
  Receivable requireInvoice() {
    return Optional.ofNullable(invoice)
        .orElseThrow(
            () -> new IllegalStateException("The invoice of case " + caseNumber + " is unread."));
  }

  /**
   * @throws IllegalStateException if nothing is agreed or offered
   */
  Agreement requireAgreement() {
    return Optional.ofNullable(agreement)
        .orElseThrow(
            () -> new IllegalStateException("Nothing is agreed in case " + caseNumber + "."));
  }

  /** The day from which days of a deferral count: the due date, or today where that has passed. */
  LocalDate base() {
    LocalDate dueOn = requireInvoice().dueDate();
    return dueOn.isBefore(requestedOn) ? requestedOn : dueOn;
  }

  /** Days from the base to a day. */
  int daysTo(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(base(), day));
  }

  /** The days that the customer wishes, or {@code null} without a day. */
  Integer wishedDays() {
    return wish.payOn() == null ? null : daysTo(wish.payOn());
  }

  /** Everything that decides. */
  Considerations considerations() {
    return Considerations.of(country, requestedOn, requireInvoice(), wish, wishedDays());
  }
}
