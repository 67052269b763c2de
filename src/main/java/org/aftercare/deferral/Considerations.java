package org.aftercare.deferral;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.systems.Receivables.Receivable;

/**
 * What decides about a request, as the decision tables take it.
 *
 * @param requestedOn decides which version of the terms
 * @param daysToDue calendar days from the request to the due date; below 0 once it has passed
 * @param deferrals of the customer in the last twelve months
 * @param instalmentsWanted 0 for one payment
 * @param daysWanted after the due date; {@code null} if the customer names no day
 * @param balance in {@code currency}
 */
record Considerations(
    String country,
    LocalDate requestedOn,
    String status,
    Circumstance circumstance,
    boolean disputed,
    boolean inCollection,
    boolean business,
    int daysToDue,
    boolean deferredBefore,
    int deferrals,
    int instalmentsWanted,
    Integer daysWanted,
    int overdueInvoices,
    int lateOfLastTwo,
    String currency,
    double balance,
    int cleanMonths) {

  static Considerations of(
      String country, LocalDate requestedOn, Receivable invoice, Wish wish, Integer daysWanted) {
    return new Considerations(
        country,
        requestedOn,
        invoice.status().name(),
        wish.circumstance(),
        invoice.disputed(),
        invoice.inCollection(),
        invoice.business(),
        Math.toIntExact(ChronoUnit.DAYS.between(requestedOn, invoice.dueDate())),
        invoice.deferred(),
        invoice.history().deferrals(),
        wish.instalments(),
        daysWanted,
        invoice.history().overdueInvoices(),
        invoice.history().lateOfLastTwo(),
        invoice.balance().currency(),
        invoice.balance().amount().doubleValue(),
        invoice.history().cleanMonths());
  }

  /**
   * The same, with what billing answered when it was to hold the dunning. That is newer than what
   * it said of the invoice, and must count: else the same would be decided again without end.
   *
   * @param answer a name of {@link HoldAnswer}, or another code while nothing was to be held
   */
  Considerations afterHold(String answer) {
    return new Considerations(
        country,
        requestedOn,
        answer.equals(HoldAnswer.PAID.name()) ? Receivable.Status.PAID.name() : status,
        circumstance,
        disputed,
        inCollection || answer.equals(HoldAnswer.IN_COLLECTION.name()),
        business,
        daysToDue,
        deferredBefore,
        deferrals,
        instalmentsWanted,
        daysWanted,
        overdueInvoices,
        lateOfLastTwo,
        currency,
        balance,
        cleanMonths);
  }
}
