package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.aftercare.systems.Contracts.Guarantee;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.FakeCompany;
import org.aftercare.warranty.ClaimCoverage.CoverageFacts;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Report;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimCoverageTest {

  private final FakeDesk desk = new FakeDesk();
  private final ClaimCoverage coverage = new ClaimCoverage(desk.claims, desk.company.contracts);

  @ParameterizedTest
  @CsvSource({
    "2025-09-22, 2025-09-22, 0",
    "2025-09-22, 2025-09-23, 1",
    "2025-09-22, 2025-10-22, 1",
    "2025-09-22, 2025-10-23, 2",
    "2023-11-22, 2026-11-22, 36",
    "2023-11-22, 2026-11-23, 37",
    // Month ends: the last day of the shorter month still belongs to the month that began.
    "2026-01-31, 2026-02-28, 1",
    "2026-01-31, 2026-03-01, 2",
    "2026-01-31, 2026-03-31, 2",
    "2026-01-31, 2026-04-30, 3",
    "2024-02-29, 2025-02-28, 12",
    "2024-02-29, 2025-03-01, 13",
    "2024-02-29, 2026-02-28, 24"
  })
  void countsStartedMonthsSinceDelivery(LocalDate delivered, LocalDate reported, int months) {
    CoverageFacts facts = facts(delivered, reported, reported, Cause.UNKNOWN, false);

    assertThat(facts.monthsSinceDelivery()).isEqualTo(months);
    assertThat(delivered.plusMonths(months)).as("its meaning").isAfterOrEqualTo(reported);
    if (months > 0) {
      assertThat(delivered.plusMonths(months - 1L)).isBefore(reported);
    }
  }

  @Test
  void nobodyKnowsTheAgeOfAnItemWithoutADayOfDelivery() {
    assertThat(facts(null, FakeDesk.TODAY, FakeDesk.TODAY, Cause.UNKNOWN, false))
        .extracting(CoverageFacts::monthsSinceDelivery)
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20, true", "2026-11-19, false", ", false"})
  void aCommercialGuaranteeIsForDefectsSeenWhileItLasts(LocalDate until, boolean inForce) {
    desk.company.guarantee = new Guarantee(FakeCompany.SERIAL, until, 12);

    CoverageFacts facts =
        facts(
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2026, 11, 20),
            FakeDesk.TODAY,
            Cause.UNKNOWN,
            false);

    assertThat(facts.commercialGuarantee()).isEqualTo(inForce);
    assertThat(facts.extendedMonths()).isEqualTo(12);
    assertThat(facts.daysSinceNoticed()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, false, false",
    "WEAR, false, false",
    "ACCIDENT, false, true",
    "UNKNOWN, true, true"
  })
  void misuseIsWhatTheCustomerOrATechnicianSays(Cause cause, boolean found, boolean misuse) {
    LocalDate day = FakeDesk.TODAY;

    assertThat(facts(day, day, day, cause, found).misuse()).isEqualTo(misuse);
  }

  @Test
  void isNotGuessedWhileTheContractsAreDown() {
    String caseNumber = desk.openCase();
    desk.company.down.add("contracts");

    assertThatThrownBy(() -> coverage.facts(caseNumber, false))
        .isInstanceOf(SystemUnavailableException.class);
  }

  private CoverageFacts facts(
      LocalDate delivered, LocalDate noticed, LocalDate reported, Cause cause, boolean misuse) {
    String caseNumber = desk.openCase();
    WarrantyClaim claim = desk.claims.require(caseNumber);
    Purchase bought = claim.purchase();
    desk.claims.change(
        new WarrantyClaim(
            caseNumber,
            claim.customerId(),
            "SE",
            true,
            claim.orderNumber(),
            claim.serialNumber(),
            new Report(Symptom.NOISE, noticed, reported, cause, false, Wish.NONE),
            new Purchase(
                bought.orderNumber(),
                "SE",
                bought.orderedOn(),
                delivered,
                bought.sku(),
                bought.product(),
                bought.productGroup(),
                bought.serialNumber(),
                bought.price(),
                true,
                bought.supplierId(),
                null),
            null));
    return coverage.facts(caseNumber, misuse);
  }
}
