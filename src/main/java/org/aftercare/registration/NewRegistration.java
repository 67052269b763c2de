package org.aftercare.registration;

import java.time.LocalDate;
import java.util.List;
import org.aftercare.api.FieldChecks;
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

  /** Nobody registers what is older; a typing error is likelier. */
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final String NUMBER_WANTED =
      "Send the number as it stands on the paper or the item.";

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    FieldChecks checks = new FieldChecks();
    checks.required("/customerId", customerId, NUMBER_WANTED);
    checks.number("/customerId", customerId);
    checks.required("/serialNumber", serialNumber, NUMBER_WANTED);
    checks.number("/serialNumber", serialNumber);
    checks.number("/orderNumber", orderNumber);
    if (orderNumber == null && purchasedOn == null) {
      checks.add(
          "/purchasedOn",
          "Neither an order nor a day of purchase is given.",
          "Send the order number, or the day of purchase: 2026-11-20.");
    }
    if (purchasedOn != null && purchasedOn.isBefore(EARLIEST)) {
      checks.add(
          "/purchasedOn",
          "The item cannot have been bought before " + EARLIEST + ".",
          "Send the day of purchase.");
    }
    checks.text("/proof", proof);
    return checks.problems();
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
}
