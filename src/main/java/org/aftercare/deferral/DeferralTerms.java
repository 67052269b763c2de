package org.aftercare.deferral;

import java.math.BigDecimal;

/**
 * What the company and the law allow, as the table {@code deferral-terms} says. Days count from the
 * due date; amounts are in the currency of the cap.
 *
 * @param selfServiceDays what anybody gets without a person
 * @param longDays what those get without a person who have paid on time for long enough
 * @param longCleanMonths how long that is
 * @param cap above it a person decides
 * @param limitDays the most that a person may grant
 * @param maxInstalments the most that a person may grant
 * @param fee what the deferral costs
 * @param interestPercent a year
 * @param reminderFee what a reminder costs if it is not paid then
 */
record DeferralTerms(
    int selfServiceDays,
    int longDays,
    int longCleanMonths,
    String capCurrency,
    BigDecimal cap,
    int limitDays,
    int maxInstalments,
    BigDecimal fee,
    BigDecimal interestPercent,
    BigDecimal reminderFee) {

  boolean costNothing() {
    return fee.signum() == 0 && interestPercent.signum() == 0;
  }

  /** What somebody gets without a person who has paid on time for so many months. */
  int daysBySelf(int cleanMonths) {
    return cleanMonths >= longCleanMonths ? longDays : selfServiceDays;
  }
}
