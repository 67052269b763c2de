package org.aftercare.warranty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.api.FieldChecks;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;

/**
 * A claim as it comes in. What may be left out has been filled in.
 *
 * @param orderNumber {@code null} without a proof of purchase
 * @param description what the customer writes: kept in the case's notes, never in the process
 * @param proof what the customer writes about the proof of purchase, or {@code null}
 */
record NewClaim(
    String customerId,
    String orderNumber,
    String serialNumber,
    Symptom symptom,
    String description,
    LocalDate noticedOn,
    Cause cause,
    boolean dangerous,
    Wish wish,
    Channel channel,
    String proof) {

  /** Nobody claims for a defect seen before this; a typing error is likelier. */
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final String NUMBER_WANTED =
      "Send the number as it stands on the paper or the item.";

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    FieldChecks checks = new FieldChecks();
    checks.required("/customerId", customerId, NUMBER_WANTED);
    checks.number("/customerId", customerId);
    checks.number("/orderNumber", orderNumber);
    checks.required("/serialNumber", serialNumber, NUMBER_WANTED);
    checks.number("/serialNumber", serialNumber);
    checks.required(
        "/symptom", symptom, "Send one of NO_POWER, NOT_COOLING, LEAKING, NOISE, BROKEN, OTHER.");
    checks.requiredText("/description", description, "Say in a few words what is wrong.");
    checks.text("/proof", proof);
    if (checks.required(
            "/noticedOn", noticedOn, "Send the day on which the defect was first seen: 2026-11-20.")
        && noticedOn.isBefore(EARLIEST)) {
      checks.add(
          "/noticedOn",
          "The defect cannot have been seen before " + EARLIEST + ".",
          "Send the day on which the defect was first seen.");
    }
    return checks.problems();
  }

  /** What is wrong with its dates. */
  List<FieldProblem> problems(LocalDate today, Purchase purchase) {
    List<FieldProblem> problems = new ArrayList<>();
    if (noticedOn.isAfter(today)) {
      problems.add(
          new FieldProblem(
              "/noticedOn",
              "The defect cannot have been seen in the future: today is " + today + ".",
              "Send the day on which the defect was first seen."));
    } else if (purchase != null
        && purchase.deliveredOn() != null
        && noticedOn.isBefore(purchase.deliveredOn())) {
      problems.add(
          new FieldProblem(
              "/noticedOn",
              "The defect cannot have been seen before the item was delivered on "
                  + purchase.deliveredOn()
                  + ".",
              "Send the day on which the defect was first seen, and check the order number."));
    }
    return problems;
  }
}
