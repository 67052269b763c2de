package org.aftercare.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sales orders and the stock of whole products. */
public interface Orders {

  /** The order, or empty if there is none of that number. */
  Optional<Order> order(String orderNumber);

  /**
   * How many units of each product were ordered in a period, by the day of the order.
   *
   * @param until the last day, not before {@code from}
   * @param page from 0; a period may have many products
   */
  Sales sales(LocalDate from, LocalDate until, int page);

  /**
   * Orders the same product once more as a replacement.
   *
   * @throws SystemRefusalException {@code SOLD_OUT}
   */
  Replacement orderReplacement(String key, ReplacementRequest request);

  Optional<Replacement> findReplacement(String key);

  /** Takes a replacement back that has not been handed to the carrier. */
  Cancelled cancelReplacement(String key, String replacementId);

  Optional<Cancelled> findCancelled(String key);

  record Order(
      String orderNumber,
      String customerId,
      String country,
      LocalDate orderedOn,
      List<OrderLine> lines) {}

  /**
   * @param deliveredOn when the customer got it, or {@code null} if not delivered yet
   * @param meantToLast Norwegian law: meant to last considerably longer than two years
   * @param recall reference of a safety recall that concerns this item, or {@code null}
   */
  record OrderLine(
      String sku,
      String product,
      String productGroup,
      String serialNumber,
      Money price,
      LocalDate deliveredOn,
      boolean meantToLast,
      String supplierId,
      String recall) {}

  /**
   * @param products each at most once in all pages, in a fixed order
   * @param more whether another page follows
   */
  record Sales(List<UnitsSold> products, boolean more) {}

  record UnitsSold(String sku, String product, int units) {}

  record ReplacementRequest(
      String caseNumber, String orderNumber, String sku, String serialNumber) {}

  record Replacement(String replacementId, String serialNumber) {}

  record Cancelled(String reference) {}
}
