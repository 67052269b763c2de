package org.aftercare.cases;

import org.aftercare.systems.Money;

/** How facts are written for wordings. */
public final class Facts {

  private Facts() {}

  /** As {@code AMOUNT} facts are written: {@code 12.50 SEK}. */
  public static String amount(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }
}
