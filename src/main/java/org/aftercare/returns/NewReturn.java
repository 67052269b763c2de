package org.aftercare.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aftercare.api.FieldChecks;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.Orders.OrderLine;

/**
 * A withdrawal as it is declared. What may be left out has been filled in.
 *
 * @param serialNumbers of the items that go back; empty for all of the order
 * @param symptom the fault, or {@code null} for none
 * @param noticedOn when the fault was first seen, or {@code null}
 * @param description what the customer writes: kept in the case's notes, never in the process
 */
record NewReturn(
    String customerId,
    String orderNumber,
    List<String> serialNumbers,
    Reason reason,
    Wish wish,
    Symptom symptom,
    LocalDate noticedOn,
    String description,
    Channel channel) {

  /** More items than anybody buys in one order. */
  static final int MOST_ITEMS = 50;

  /** Nobody sends back what was seen broken before this; a typing error is likelier. */
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final String NUMBER_WANTED =
      "Send the number as it stands on the paper or the item.";

  NewReturn {
    serialNumbers = List.copyOf(serialNumbers);
  }

  /** Faults as the parts catalogue names them. */
  enum Symptom {
    NO_POWER,
    NOT_COOLING,
    LEAKING,
    NOISE,
    BROKEN,
    OTHER
  }

  /** What is wrong with it in itself, without asking anybody. */
  List<FieldProblem> problems() {
    FieldChecks checks = new FieldChecks();
    checks.required("/customerId", customerId, NUMBER_WANTED);
    checks.number("/customerId", customerId);
    checks.required("/orderNumber", orderNumber, NUMBER_WANTED);
    checks.number("/orderNumber", orderNumber);
    items(checks);
    checks.text("/description", description);
    if (reason == Reason.DEFECTIVE && symptom == null) {
      checks.add(
          "/symptom",
          "This is missing: the fault decides how it is put right.",
          "Send one of NO_POWER, NOT_COOLING, LEAKING, NOISE, BROKEN, OTHER.");
    }
    if (noticedOn != null && noticedOn.isBefore(EARLIEST)) {
      checks.add(
          "/noticedOn",
          "The fault cannot have been seen before " + EARLIEST + ".",
          "Send the day on which the fault was first seen.");
    }
    return checks.problems();
  }

  private void items(FieldChecks checks) {
    if (serialNumbers.size() > MOST_ITEMS) {
      checks.add(
          "/serialNumbers",
          "These are more than %d items.".formatted(MOST_ITEMS),
          "Leave it out to send the whole order back.");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < serialNumbers.size(); i++) {
      String field = "/serialNumbers/" + i;
      checks.number(field, serialNumbers.get(i));
      if (!seen.add(serialNumbers.get(i).toUpperCase(Locale.ROOT))) {
        checks.add(field, "This item is named twice.", "Name each item once.");
      }
    }
  }

  /**
   * What is wrong with it beside the order that was found.
   *
   * @param today in the country
   * @param order {@code null} while the orders do not answer
   */
  List<FieldProblem> problems(LocalDate today, Order order) {
    List<FieldProblem> problems = new ArrayList<>();
    if (noticedOn != null && noticedOn.isAfter(today)) {
      problems.add(
          new FieldProblem(
              "/noticedOn",
              "The fault cannot have been seen in the future: today is " + today + ".",
              "Send the day on which the fault was first seen."));
    }
    if (order == null) {
      oneItem(problems, serialNumbers.size() == 1);
      return problems;
    }
    for (int i = 0; i < serialNumbers.size(); i++) {
      if (lineOf(order, serialNumbers.get(i)).isEmpty()) {
        problems.add(
            new FieldProblem(
                "/serialNumbers/" + i,
                "The order has no item of that serial number.",
                "Send a serial number of the order, or leave all out to send the whole order back."));
      }
    }
    oneItem(
        problems, serialNumbers.isEmpty() ? order.lines().size() == 1 : serialNumbers.size() == 1);
    return problems;
  }

  /**
   * While the order cannot be looked up, nobody knows how many items "all" are. A plain withdrawal
   * is taken in all the same: its effect does not depend on that.
   */
  private void oneItem(List<FieldProblem> problems, boolean one) {
    if (!one && wish == Wish.EXCHANGE) {
      problems.add(
          new FieldProblem(
              "/wish",
              "Only one item at a time can be exchanged.",
              "Name the serial number of one item, and declare a return for each of the others."));
    }
    if (!one && reason == Reason.DEFECTIVE) {
      problems.add(
          new FieldProblem(
              "/reason",
              "A fault is dealt with item by item.",
              "Name the serial number of one item, and declare a return for each of the others."));
    }
  }

  static Optional<OrderLine> lineOf(Order order, String serialNumber) {
    return order.lines().stream()
        .filter(line -> line.serialNumber().equalsIgnoreCase(serialNumber))
        .findFirst();
  }
}
