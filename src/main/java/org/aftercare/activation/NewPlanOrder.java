package org.aftercare.activation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aftercare.activation.PlanOrder.Kind;
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

  static final int LONGEST_NUMBER = 64;

  /** Further ahead, prices and plans may be others. */
  static final int DAYS_AHEAD = 90;

  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    number(problems, "/customerId", customerId, "Send the customer's number, such as C-1001.");
    if (kind == Kind.UPGRADE) {
      number(
          problems,
          "/subscription",
          subscriptionId,
          "Send the number of the subscription, such as SUB-1001.");
      number(problems, "/plan", planCode, "Send the plan's code, such as CARE-PLUS.");
    } else {
      number(problems, "/service", planCode, "Send the service's code, such as CARE-BASIC.");
    }
    return problems;
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

  private static void number(
      List<FieldProblem> problems, String field, String number, String remedy) {
    if (number == null) {
      problems.add(new FieldProblem(field, "This is missing.", remedy));
    } else if (number.length() > LONGEST_NUMBER) {
      problems.add(
          new FieldProblem(
              field, "This is longer than %d characters.".formatted(LONGEST_NUMBER), remedy));
    } else if (!NUMBER.matcher(number).matches()) {
      problems.add(
          new FieldProblem(
              field,
              "This is no number or code as we know them.",
              "Send letters, digits, hyphens, dots and underscores, beginning with a letter or digit."));
    }
  }
}
