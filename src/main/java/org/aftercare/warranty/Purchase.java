package org.aftercare.warranty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.Orders.OrderLine;

/**
 * The bought item that a claim is about, as the order has it.
 *
 * @param country where it was bought, ISO 3166 alpha-2
 * @param deliveredOn when the customer got it, or {@code null} if the order does not say
 * @param meantToLast Norwegian law: meant to last considerably longer than two years
 * @param recall reference of a safety recall that concerns this item, or {@code null}
 */
record Purchase(
    String orderNumber,
    String country,
    LocalDate orderedOn,
    LocalDate deliveredOn,
    String sku,
    String product,
    String productGroup,
    String serialNumber,
    Money price,
    boolean meantToLast,
    String supplierId,
    String recall) {

  /**
   * The line of an order that a serial number belongs to. If none carries it, the line whose serial
   * number begins most like it: a person compares the two, and it is most likely the one meant.
   *
   * @return empty if the order has no lines
   */
  static Optional<Purchase> in(Order order, String serialNumber) {
    return order.lines().stream()
        .max(Comparator.comparingInt(line -> likeness(line.serialNumber(), serialNumber)))
        .map(line -> of(order, line));
  }

  private static int likeness(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return Integer.MAX_VALUE;
    }
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && Character.toUpperCase(one.charAt(same)) == Character.toUpperCase(other.charAt(same))) {
      same++;
    }
    return same;
  }

  private static Purchase of(Order order, OrderLine line) {
    return new Purchase(
        order.orderNumber(),
        order.country(),
        order.orderedOn(),
        line.deliveredOn(),
        line.sku(),
        line.product(),
        line.productGroup(),
        line.serialNumber(),
        line.price(),
        line.meantToLast(),
        line.supplierId(),
        line.recall());
  }
}
