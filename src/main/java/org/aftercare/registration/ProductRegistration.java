package org.aftercare.registration;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A product that its owner registers.
 *
 * @param country whose law decides, ISO 3166 alpha-2
 * @param serialNumber as it stands on the item
 * @param orderNumber the order that it was bought with, as somebody says, or {@code null}
 * @param purchasedOn when it was bought, as the order says or else the customer, or {@code null}
 * @param item what has been found of it
 * @param legalUntil the last day of the legal guarantee, once registered, or else {@code null}
 * @param registeredAt when, or {@code null} as long as it is not
 */
record ProductRegistration(
    String caseNumber,
    String customerId,
    String country,
    String serialNumber,
    String orderNumber,
    LocalDate purchasedOn,
    DoneBy doneBy,
    Item item,
    LocalDate legalUntil,
    Instant registeredAt) {

  boolean isRegistered() {
    return registeredAt != null;
  }

  /** Whether the order is one that holds the item, which alone proves the purchase by itself. */
  boolean hasOrder() {
    return orderNumber != null && item.product() != null;
  }

  /**
   * @throws IllegalStateException if nobody knows it
   */
  LocalDate requirePurchasedOn() {
    if (purchasedOn == null) {
      throw new IllegalStateException("Nobody knows when the item was bought: " + caseNumber);
    }
    return purchasedOn;
  }

  ProductRegistration with(
      String foundCountry, String foundOrder, LocalDate boughtOn, Item foundItem) {
    return new ProductRegistration(
        caseNumber,
        customerId,
        foundCountry,
        serialNumber,
        foundOrder,
        boughtOn,
        doneBy,
        foundItem,
        legalUntil,
        registeredAt);
  }

  ProductRegistration registered(LocalDate until, Instant now) {
    return new ProductRegistration(
        caseNumber,
        customerId,
        country,
        serialNumber,
        orderNumber,
        purchasedOn,
        doneBy,
        item,
        until,
        now);
  }

  /** Who did the registering. */
  enum DoneBy {
    CUSTOMER,
    /** In the customer's name. */
    STAFF,
    /** A partner handed it in, and staff entered it. */
    PARTNER
  }

  /**
   * @param product its name, or {@code null} while nobody knows it
   * @param deliveredOn when the customer got it, or {@code null} if nobody knows
   * @param meantToLast Norwegian law: meant to last considerably longer than two years
   * @param commercialUntil the last day of the commercial guarantee, or {@code null} without one
   * @param extendedMonths by which a repair has lengthened the legal guarantee
   */
  record Item(
      String product,
      LocalDate deliveredOn,
      boolean meantToLast,
      LocalDate commercialUntil,
      int extendedMonths) {

    /** Nothing is known yet. */
    static final Item UNKNOWN = new Item(null, null, false, null, 0);
  }
}
