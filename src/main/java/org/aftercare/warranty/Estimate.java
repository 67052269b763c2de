package org.aftercare.warranty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.aftercare.systems.Money;

/**
 * What the repair of an item takes.
 *
 * @param cost parts and labour together
 * @param home whether it can be made at the customer's home
 * @param leadTimeDays calendar days until the part is there, 0 if in stock
 * @param supplierId who delivers the part
 */
record Estimate(
    String partNumber,
    String partName,
    Money cost,
    boolean home,
    int leadTimeDays,
    String supplierId) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * The cost in per cent of a price, a started per cent counting whole.
   *
   * @throws IllegalArgumentException if the two are not in the same currency
   */
  int percentOf(Money price) {
    if (!cost.currency().equals(price.currency())) {
      throw new IllegalArgumentException(
          "The repair is priced in %s, the item in %s."
              .formatted(cost.currency(), price.currency()));
    }
    if (price.amount().signum() <= 0) {
      // What was given away is never worth a repair by its price.
      return Integer.MAX_VALUE;
    }
    return cost.amount()
        .multiply(HUNDRED)
        .divide(price.amount(), 0, RoundingMode.CEILING)
        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }
}
