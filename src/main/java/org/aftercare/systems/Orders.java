package org.aftercare.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** Sales orders and the stock of whole products. */
@DataSource(
    name = "Sales orders and stock",
    system = "Orders",
    owner = StaffGroup.WAREHOUSE,
    kept = DataSource.BY_ITS_SYSTEM)
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

  /** How much a customer has bought since a day, that day included. */
  OrderCount orderCount(String customerId, LocalDate since);

  /** Takes returned items into the stock again. */
  Restocked restock(String key, RestockRequest request);

  Optional<Restocked> findRestocked(String key);

  /** Where a purchase was made. */
  enum SalesChannel {
    ONLINE,
    STORE
  }

  /** Why nobody may withdraw from the purchase of an item; directive 2011/83/EU, article 16. */
  enum Exclusion {
    NONE,
    MADE_TO_ORDER,
    PERISHABLE,
    UNSEALED_HYGIENE,
    UNSEALED_MEDIA,
    DIGITAL_STARTED
  }

  /**
   * @param channel where it was sold
   * @param deliveryCost what the customer paid for delivery, no more than standard delivery costs
   * @param withdrawalInformed whether the customer was told of the right of withdrawal as the law
   *     asks
   */
  record Order(
      String orderNumber,
      String customerId,
      String country,
      LocalDate orderedOn,
      SalesChannel channel,
      Money deliveryCost,
      boolean withdrawalInformed,
      List<OrderLine> lines) {}

  /**
   * @param price what the customer paid for it
   * @param deliveredOn when the customer got it, or {@code null} if not delivered yet
   * @param meantToLast Norwegian law: meant to last considerably longer than two years
   * @param recall reference of a safety recall that concerns this item, or {@code null}
   * @param exclusion why nobody may withdraw from its purchase, or {@code NONE}
   * @param bundle what the lines have in common that were cheaper together, or {@code null}
   * @param bundleDiscount by how much the bundle has made it cheaper, or zero: owed again for what
   *     is kept of a bundle
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
      String recall,
      Exclusion exclusion,
      String bundle,
      Money bundleDiscount) {}

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

  /**
   * @param orders how many orders
   * @param items how many items they have together
   */
  record OrderCount(int orders, int items) {}

  /**
   * @param serialNumbers of one item or more of the order
   */
  record RestockRequest(String caseNumber, String orderNumber, List<String> serialNumbers) {}

  record Restocked(String reference) {}
}
