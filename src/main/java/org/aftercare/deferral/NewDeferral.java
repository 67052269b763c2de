package org.aftercare.deferral;

import java.time.LocalDate;
import java.util.List;
import org.aftercare.api.FieldChecks;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.systems.Receivables.Receivable;

/**
 * A request as it comes in. What may be left out has been filled in.
 *
 * @param payOn the day that the customer names, or {@code null}
 * @param instalments how many payments, 0 for one
 * @param text what the customer writes, or {@code null}: kept in the case's notes, never in the
 *     process
 */
record NewDeferral(
    String customerId,
    String invoiceNumber,
    LocalDate payOn,
    int instalments,
    Circumstance circumstance,
    String text,
    Channel channel) {

  static final int FEWEST_INSTALMENTS = 2;
  static final int MOST_INSTALMENTS = 12;

  /** Nobody pays later than that; a typing error is likelier. */
  private static final int MOST_YEARS = 2;

  private static final String NUMBER_WANTED = "Send the number as it stands on the invoice.";

  Wish wish() {
    return new Wish(payOn, instalments, circumstance);
  }

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    FieldChecks checks = new FieldChecks();
    checks.required("/customerId", customerId, NUMBER_WANTED);
    checks.number("/customerId", customerId);
    checks.required("/invoiceNumber", invoiceNumber, NUMBER_WANTED);
    checks.number("/invoiceNumber", invoiceNumber);
    boolean wantsInstalments = instalments != 0;
    if (payOn != null && wantsInstalments) {
      checks.add(
          "/instalments",
          "A day and instalments are both wished.",
          "Send payOn for one later payment, or instalments for several.");
    } else if (payOn == null && !wantsInstalments && circumstance == Circumstance.NONE) {
      checks.add(
          "/payOn",
          "This is missing.",
          "Send the day on which the invoice shall be paid, such as 2026-12-24, or instalments.");
    }
    if (wantsInstalments && (instalments < FEWEST_INSTALMENTS || instalments > MOST_INSTALMENTS)) {
      checks.add(
          "/instalments",
          "Nobody can pay in %d instalments.".formatted(instalments),
          "Send a number from %d to %d.".formatted(FEWEST_INSTALMENTS, MOST_INSTALMENTS));
    }
    checks.text("/text", text);
    return checks.problems();
  }

  /**
   * What is wrong with its day.
   *
   * @param invoice {@code null} while billing does not answer
   */
  List<FieldProblem> problems(LocalDate today, Receivable invoice) {
    if (payOn == null) {
      return List.of();
    }
    if (!payOn.isAfter(today)) {
      return List.of(
          new FieldProblem(
              "/payOn",
              "The day is not in the future: today is " + today + ".",
              "Send a later day, such as " + today.plusDays(7) + "."));
    }
    if (invoice != null && !payOn.isAfter(invoice.dueDate())) {
      return List.of(
          new FieldProblem(
              "/payOn",
              "The invoice is not due before " + invoice.dueDate() + " anyway.",
              "Send a day after that, or pay until then."));
    }
    if (payOn.isAfter(today.plusYears(MOST_YEARS))) {
      return List.of(
          new FieldProblem(
              "/payOn",
              "The day is more than %d years from now.".formatted(MOST_YEARS),
              "Check the year."));
    }
    return List.of();
  }
}
