package org.aftercare.warranty;

import org.aftercare.systems.Money;

/** How facts are written for wordings. */
final class Facts {

  private Facts() {}

  static String amount(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }
}
