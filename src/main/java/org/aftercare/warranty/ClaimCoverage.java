package org.aftercare.warranty;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.Contracts.Guarantee;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what decides whether a claim is covered. The rules themselves are decision tables. */
@Service
class ClaimCoverage {

  private final Claims claims;
  private final Contracts contracts;

  ClaimCoverage(Claims claims, Contracts contracts) {
    this.claims = claims;
    this.contracts = contracts;
  }

  /**
   * @param misuseFound whether a technician has found that the item was misused
   * @throws org.aftercare.systems.SystemUnavailableException if the contracts do not answer
   */
  @Transactional(readOnly = true)
  CoverageFacts facts(String caseNumber, boolean misuseFound) {
    WarrantyClaim claim = claims.require(caseNumber);
    Purchase purchase = claim.requirePurchase();
    Guarantee guarantee = contracts.guarantee(purchase.serialNumber());
    LocalDate noticedOn = claim.report().noticedOn();
    LocalDate reportedOn = claim.report().reportedOn();
    return new CoverageFacts(
        claim.country(),
        purchase.orderedOn(),
        startedMonths(purchase.deliveredOn(), reportedOn),
        Math.toIntExact(ChronoUnit.DAYS.between(noticedOn, reportedOn)),
        purchase.meantToLast(),
        guarantee.commercialUntil() != null && !noticedOn.isAfter(guarantee.commercialUntil()),
        misuseFound || claim.report().cause() == Cause.ACCIDENT,
        guarantee.extendedMonths());
  }

  /**
   * The smallest number of months after which the second day has not passed; 0 for the day of
   * delivery itself, and {@code null} for an item that the orders do not know to have been
   * delivered although the customer has it: nobody knows how old it is.
   */
  private static Integer startedMonths(LocalDate deliveredOn, LocalDate reportedOn) {
    if (deliveredOn == null) {
      return null;
    } else if (!reportedOn.isAfter(deliveredOn)) {
      return 0;
    }
    int whole = Math.toIntExact(Period.between(deliveredOn, reportedOn).toTotalMonths());
    // Month ends: the day after 31 January plus one month is after 28 February already.
    while (whole > 0 && !deliveredOn.plusMonths(whole - 1L).isBefore(reportedOn)) {
      whole--;
    }
    while (deliveredOn.plusMonths(whole).isBefore(reportedOn)) {
      whole++;
    }
    return whole;
  }

  /**
   * Neutral figures, as the decision table takes them.
   *
   * @param country whose law decides
   * @param purchasedOn decides which version of the law
   * @param monthsSinceDelivery started months between delivery and the claim; {@code null} if the
   *     day of delivery is unknown
   * @param daysSinceNoticed days between seeing the defect and claiming
   * @param commercialGuarantee whether the defect was seen while a commercial guarantee lasted
   * @param misuse whether the item was misused or had an accident
   * @param extendedMonths by which an earlier repair has lengthened the legal guarantee
   */
  record CoverageFacts(
      String country,
      LocalDate purchasedOn,
      Integer monthsSinceDelivery,
      int daysSinceNoticed,
      boolean meantToLast,
      boolean commercialGuarantee,
      boolean misuse,
      int extendedMonths) {}
}
