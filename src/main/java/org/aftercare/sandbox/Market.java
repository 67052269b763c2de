package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A country where the company sells, and how it sets its prices there. */
enum Market {
  SE("SEK", "11.25", 100, 10, 10),
  NO("NOK", "11.60", 100, 10, 10),
  DK("DKK", "7.46", 50, 1, 10),
  PL("PLN", "4.30", 50, 1, 5),
  DE("EUR", "1", 1, 0, 1);

  private final String currency;
  private final BigDecimal rate;
  private final int priceStep;
  private final int belowStep;
  private final int costStep;

  Market(String currency, String rate, int priceStep, int belowStep, int costStep) {
    this.currency = currency;
    this.rate = new BigDecimal(rate);
    this.priceStep = priceStep;
    this.belowStep = belowStep;
    this.costStep = costStep;
  }

  String currency() {
    return currency;
  }

  /** A shop price such as 8 990 SEK: just below a round amount. */
  BigDecimal price(BigDecimal euros) {
    return stepped(euros, priceStep).subtract(BigDecimal.valueOf(belowStep)).setScale(2);
  }

  /** What a repair costs there, rounded as a workshop would. */
  BigDecimal cost(BigDecimal euros) {
    return stepped(euros, costStep).setScale(2);
  }

  /** Any other amount, in whole units of the currency. */
  BigDecimal amount(BigDecimal euros) {
    return euros.multiply(rate).setScale(0, RoundingMode.HALF_UP).setScale(2);
  }

  String sku(String model) {
    return model + "-" + name();
  }

  private BigDecimal stepped(BigDecimal euros, int step) {
    return euros
        .multiply(rate)
        .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
        .max(BigDecimal.ONE)
        .multiply(BigDecimal.valueOf(step));
  }
}
