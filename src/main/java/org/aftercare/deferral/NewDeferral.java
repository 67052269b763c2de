package org.aftercare.deferral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  static final int LONGEST_TEXT = 4000;
  static final int LONGEST_NUMBER = 64;
  static final int FEWEST_INSTALMENTS = 2;
  static final int MOST_INSTALMENTS = 12;

  /** Nobody pays later than that; a typing error is likelier. */
  private static final int MOST_YEARS = 2;

  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]*");

  /** Everything but tab and line breaks; the database cannot keep all of them. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  Wish wish() {
    return new Wish(payOn, instalments, circumstance);
  }

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    number(problems, "/customerId", customerId);
    number(problems, "/invoiceNumber", invoiceNumber);
    boolean wantsInstalments = instalments != 0;
    if (payOn != null && wantsInstalments) {
      problems.add(
          new FieldProblem(
              "/instalments",
              "A day and instalments are both wished.",
              "Send payOn for one later payment, or instalments for several."));
    } else if (payOn == null && !wantsInstalments && circumstance == Circumstance.NONE) {
      problems.add(
          new FieldProblem(
              "/payOn",
              "This is missing.",
              "Send the day on which the invoice shall be paid, such as 2026-12-24, or instalments."));
    }
    if (wantsInstalments && (instalments < FEWEST_INSTALMENTS || instalments > MOST_INSTALMENTS)) {
      problems.add(
          new FieldProblem(
              "/instalments",
              "Nobody can pay in %d instalments.".formatted(instalments),
              "Send a number from %d to %d.".formatted(FEWEST_INSTALMENTS, MOST_INSTALMENTS)));
    }
    text(problems);
    return problems;
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

  private static void number(List<FieldProblem> problems, String field, String number) {
    if (number == null) {
      problems.add(
          new FieldProblem(
              field, "This is missing.", "Send the number as it stands on the invoice."));
    } else if (number.length() > LONGEST_NUMBER) {
      problems.add(
          new FieldProblem(
              field,
              "This is longer than %d characters.".formatted(LONGEST_NUMBER),
              "Send the number alone."));
    } else if (!NUMBER.matcher(number).matches()) {
      problems.add(
          new FieldProblem(
              field,
              "This is no number as we know them.",
              "Send letters, digits, hyphens, dots, slashes and spaces, beginning with a letter or digit."));
    }
  }

  private void text(List<FieldProblem> problems) {
    if (text == null) {
      return;
    }
    if (text.length() > LONGEST_TEXT) {
      problems.add(
          new FieldProblem(
              "/text",
              "The text has %d characters; at most %d are kept."
                  .formatted(text.length(), LONGEST_TEXT),
              "Shorten it."));
    } else if (CONTROL.matcher(text).find()) {
      problems.add(
          new FieldProblem(
              "/text",
              "The text holds control characters.",
              "Send plain text; only tabs and line breaks may stand beside what is printed."));
    }
  }
}
