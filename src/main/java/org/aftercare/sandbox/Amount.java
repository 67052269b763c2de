package org.aftercare.sandbox;

import java.math.BigDecimal;

/**
 * Money as it travels.
 *
 * @param currency ISO 4217
 */
record Amount(BigDecimal amount, String currency) {

  static Amount required(String field, Amount money) {
    if (money == null || money.amount() == null || money.currency() == null) {
      throw ProblemException.badRequest("The field " + field + " is not money.");
    }
    if (money.amount().signum() < 0) {
      throw ProblemException.badRequest("The field " + field + " is below zero.");
    }
    return money;
  }
}
