package org.aftercare.returns;

import java.time.LocalDate;

/**
 * Returned goods are in the house. To be published in the transaction that records them, once for
 * each product of a parcel.
 *
 * @param sku the product's number, as the orders system has it
 * @param product the product's name
 * @param units how many came in this parcel, 1 or more
 * @param receivedOn the day by the clock of the country of the purchase
 */
record GoodsReceived(
    String caseNumber, String sku, String product, int units, LocalDate receivedOn) {

  GoodsReceived {
    if (units < 1) {
      throw new IllegalArgumentException(
          "Case %s: %d units of %s cannot have been received.".formatted(caseNumber, units, sku));
    }
  }
}
