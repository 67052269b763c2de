package org.aftercare.warranty;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A customer's claim that something bought is defective.
 *
 * @param country whose law decides, ISO 3166 alpha-2
 * @param customerKnown whether the customer register knows the customer; {@code false} as long as
 *     it could not be asked
 * @param orderNumber the order that the customer names, or {@code null} without a proof of purchase
 * @param serialNumber as the customer reads it from the item
 * @param purchase what was bought, once it has been found, or else {@code null}
 * @param estimate what its repair takes, once asked, or else {@code null}: also if it cannot be
 *     repaired
 */
record WarrantyClaim(
    String caseNumber,
    String customerId,
    String country,
    boolean customerKnown,
    String orderNumber,
    String serialNumber,
    Report report,
    Purchase purchase,
    Estimate estimate) {

  /** Whether the item that the customer has is the one that was bought. */
  boolean serialNumberMatches() {
    return purchase != null && purchase.serialNumber().equalsIgnoreCase(serialNumber);
  }

  Optional<Purchase> found() {
    return Optional.ofNullable(purchase);
  }

  /**
   * @throws IllegalStateException if the purchase has not been found: steps that need it come later
   */
  Purchase requirePurchase() {
    return found()
        .orElseThrow(
            () -> new IllegalStateException("The purchase of case " + caseNumber + " is unknown."));
  }

  WarrantyClaim with(Purchase found) {
    return new WarrantyClaim(
        caseNumber,
        customerId,
        country,
        customerKnown,
        orderNumber,
        serialNumber,
        report,
        found,
        estimate);
  }

  /**
   * What the customer says of the defect.
   *
   * @param noticedOn when the customer first saw it
   * @param reportedOn when the claim came in, in the country's time zone
   * @param cause what the customer takes for its cause
   * @param dangerous whether the customer thinks that the item is dangerous
   */
  record Report(
      Symptom symptom,
      LocalDate noticedOn,
      LocalDate reportedOn,
      Cause cause,
      boolean dangerous,
      Wish wish) {}

  /** As the parts catalogue names faults. */
  enum Symptom {
    NO_POWER,
    NOT_COOLING,
    LEAKING,
    NOISE,
    BROKEN,
    OTHER
  }

  enum Cause {
    UNKNOWN,
    WEAR,
    ACCIDENT
  }

  enum Wish {
    REPAIR,
    REPLACE,
    NONE
  }
}
