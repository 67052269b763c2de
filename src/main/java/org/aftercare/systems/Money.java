package org.aftercare.systems;

import java.math.BigDecimal;

/**
 * An amount in a currency.
 *
 * @param currency ISO 4217, for example {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

  /**
   * An amount as a database gives it back: with two decimals, or as many more as it needs.
   *
   * @param amount may be {@code null}
   * @return {@code null} if there is no amount
   */
  public static Money stored(BigDecimal amount, String currency) {
    if (amount == null) {
      return null;
    }
    BigDecimal plain = amount.stripTrailingZeros();
    return new Money(plain.scale() < 2 ? plain.setScale(2) : plain, currency);
  }
}
