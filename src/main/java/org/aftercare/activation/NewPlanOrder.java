package org.aftercare.activation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.api.FieldChecks;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;

/**
 * An order as it comes in. What may be left out has been filled in.
 *
 * @param planCode what is ordered
 * @param startsOn the first day of the service; {@code null} for today
 * @param subscriptionId what an upgrade replaces, or {@code null}
 */
record NewPlanOrder(
    Kind kind,
    String customerId,
    String planCode,
    LocalDate startsOn,
    String subscriptionId,
    Channel channel) {

  /** Further ahead, prices and plans may be others. */
  static final int DAYS_AHEAD = 90;

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    FieldChecks checks = new FieldChecks();
    code(checks, "/customerId", customerId, "Send the customer's number, such as C-1001.");
    if (kind == Kind.UPGRADE) {
      code(
          checks,
          "/subscription",
          subscriptionId,
          "Send the number of the subscription, such as SUB-1001.");
      code(checks, "/plan", planCode, "Send the plan's code, such as CARE-PLUS.");
    } else {
      code(checks, "/service", planCode, "Send the service's code, such as CARE-BASIC.");
    }
    return checks.problems();
  }

  /** What is wrong with its day. */
  List<FieldProblem> problems(LocalDate today) {
    List<FieldProblem> problems = new ArrayList<>();
    if (startsOn != null && startsOn.isBefore(today)) {
      problems.add(
          new FieldProblem(
              "/startsOn",
              "The service cannot start in the past: today is " + today + ".",
              "Send today or a later day, or leave it out."));
    } else if (startsOn != null && startsOn.isAfter(today.plusDays(DAYS_AHEAD))) {
      problems.add(
          new FieldProblem(
              "/startsOn",
              "The service starts within %d days or not at all.".formatted(DAYS_AHEAD),
              "Send a day until " + today.plusDays(DAYS_AHEAD) + "."));
    }
    return problems;
  }

  private static void code(FieldChecks checks, String field, String code, String remedy) {
    if (checks.required(field, code, remedy)) {
      checks.code(field, code);
    }
  }
}
