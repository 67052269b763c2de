package org.aftercare.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.registration.ProductRegistration.DoneBy;

/**
 * A registration as it comes in. What may be left out has been filled in.
 *
 * @param orderNumber {@code null} if the item was bought elsewhere or nobody knows
 * @param purchasedOn {@code null} if the order says it
 * @param proof what the customer writes about the proof of purchase, or {@code null}
 */
record NewRegistration(
    String customerId,
    String serialNumber,
    String orderNumber,
    LocalDate purchasedOn,
    String proof,
    DoneBy doneBy,
    Channel channel) {

  static final int LONGEST_TEXT = 4000;
  static final int LONGEST_NUMBER = 64;

  /** Nobody registers what is older; a typing error is likelier. */
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]*");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    number(problems, "/customerId", customerId, true);
    number(problems, "/serialNumber", serialNumber, true);
    number(problems, "/orderNumber", orderNumber, false);
    if (orderNumber == null && purchasedOn == null) {
      problems.add(
          new FieldProblem(
              "/purchasedOn",
              "Neither an order nor a day of purchase is given.",
              "Send the order number, or the day of purchase: 2026-11-20."));
    }
    if (purchasedOn != null && purchasedOn.isBefore(EARLIEST)) {
      problems.add(
          new FieldProblem(
              "/purchasedOn",
              "The item cannot have been bought before " + EARLIEST + ".",
              "Send the day of purchase."));
    }
    if (proof != null && (proof.length() > LONGEST_TEXT || CONTROL.matcher(proof).find())) {
      problems.add(
          new FieldProblem(
              "/proof",
              "The text is too long or holds control characters.",
              "Send plain text of at most %d characters.".formatted(LONGEST_TEXT)));
    }
    return problems;
  }

  /** What is wrong with its day. */
  List<FieldProblem> problems(LocalDate today) {
    return purchasedOn == null || !purchasedOn.isAfter(today)
        ? List.of()
        : List.of(
            new FieldProblem(
                "/purchasedOn",
                "The item cannot have been bought in the future: today is " + today + ".",
                "Send the day of purchase."));
  }

  private static void number(
      List<FieldProblem> problems, String field, String number, boolean required) {
    if (number == null) {
      if (required) {
        problems.add(
            new FieldProblem(
                field,
                "This is missing.",
                "Send the number as it stands on the paper or the item."));
      }
    } else if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
      problems.add(
          new FieldProblem(
              field,
              "This is no number as we know them.",
              "Send at most %d letters, digits, hyphens, dots, slashes and spaces, beginning with a letter or digit."
                  .formatted(LONGEST_NUMBER)));
    }
  }
}
