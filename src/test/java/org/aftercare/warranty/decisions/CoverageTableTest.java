package org.aftercare.warranty.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ProductCalendar;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The coverage table against the rules: complaint period, burden of proof and notice per country.
 */
class CoverageTableTest {

  private static final LocalDate BOUGHT = LocalDate.of(2025, 3, 10);

  private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

  private static final List<LocalTime> AROUND_MIDNIGHT =
      List.of(
          LocalTime.MIDNIGHT,
          LocalTime.of(0, 0, 1),
          LocalTime.of(0, 59, 59),
          LocalTime.NOON,
          LocalTime.of(23, 0),
          LocalTime.of(23, 59, 59));

  private final BusinessCalendar calendar = ProductCalendar.shipped();
  private final DecisionTable coverage = DecisionTable.of("warranty/coverage.dmn", "coverage");

  @ParameterizedTest(name = "{0} lasting={1}: seller''s burden ends {2} months after delivery")
  @CsvSource({
    "EU, false, 12",
    "DE, false, 12",
    "DE, true, 12",
    "SE, false, 24",
    "NO, false, 24",
    "NO, true, 24",
    "DK, false, 12",
    "PL, false, 24",
    "XX, false, 12"
  })
  void theSellerMustProveUntilTheLastDayOfTheBurden(String country, boolean lasting, int months) {
    LocalDate last = BOUGHT.plusMonths(months);

    assertThat(decide(claim(country, lasting, last.minusDays(1)))).isEqualTo("COVERED");
    assertThat(decide(claim(country, lasting, last))).isEqualTo("COVERED");
    assertThat(decide(claim(country, lasting, last.plusDays(1)))).isNotEqualTo("COVERED");
  }

  @ParameterizedTest(name = "{0} lasting={1}: complaint period ends {2} months after delivery")
  @CsvSource({
    "EU, false, 24",
    "DE, true, 24",
    "SE, false, 36",
    "SE, true, 36",
    "NO, false, 24",
    "NO, true, 60",
    "DK, false, 24",
    "PL, false, 24",
    "XX, true, 24"
  })
  void afterTheComplaintPeriodOnlyGoodwillIsLeft(String country, boolean lasting, int months) {
    LocalDate last = BOUGHT.plusMonths(months);

    assertThat(decide(claim(country, lasting, last.minusDays(1))))
        .isIn("COVERED", "EVIDENCE_NEEDED");
    assertThat(decide(claim(country, lasting, last))).isIn("COVERED", "EVIDENCE_NEEDED");
    assertThat(decide(claim(country, lasting, last.plusDays(1)))).isEqualTo("GOODWILL");
  }

  @ParameterizedTest(name = "{0} lasting={1}: goodwill ends {2} months after delivery")
  @CsvSource({
    "EU, false, 30",
    "SE, false, 42",
    "NO, false, 30",
    "NO, true, 66",
    "DK, false, 30",
    "PL, false, 30"
  })
  void goodwillLastsSixMonthsBeyondThePeriod(String country, boolean lasting, int months) {
    LocalDate last = BOUGHT.plusMonths(months);

    assertThat(decide(claim(country, lasting, last.minusDays(1)))).isEqualTo("GOODWILL");
    assertThat(decide(claim(country, lasting, last))).isEqualTo("GOODWILL");
    assertThat(decide(claim(country, lasting, last.plusDays(1)))).isEqualTo("OUT_OF_PERIOD");
  }

  @ParameterizedTest(name = "{0}, bought on {1}: burden {2} months")
  @CsvSource({
    "SE, 2021-12-31, 6", "SE, 2022-01-01, 24", "SE, 2022-01-02, 24",
    "NO, 2023-12-31, 6", "NO, 2024-01-01, 24", "NO, 2024-01-02, 24",
    "DK, 2021-12-31, 6", "DK, 2022-01-01, 12", "DK, 2022-01-02, 12",
    "PL, 2022-12-31, 12", "PL, 2023-01-01, 24", "PL, 2023-01-02, 24",
    "DE, 2021-12-31, 6", "DE, 2022-01-01, 12", "DE, 2022-01-02, 12"
  })
  void theLawOfTheDayOfPurchaseCounts(String country, LocalDate bought, int months) {
    LocalDate last = bought.plusMonths(months);

    assertThat(decide(ClaimFacts.of(country, bought, last))).isEqualTo("COVERED");
    assertThat(decide(ClaimFacts.of(country, bought, last.plusDays(1)))).isNotEqualTo("COVERED");
  }

  @Test
  void theDayOfDeliveryStartsThePeriodsNotTheDayOfPurchase() {
    LocalDate delivered = BOUGHT.plusDays(40);
    ClaimFacts claim =
        new ClaimFacts(
            "DE",
            BOUGHT,
            delivered,
            delivered.plusMonths(12),
            delivered.plusMonths(12),
            false,
            false,
            false,
            0);

    assertThat(decide(claim)).isEqualTo("COVERED");
  }

  @ParameterizedTest(name = "{0}: a notice after two months")
  @CsvSource({
    "SE, NOTICE_TOO_LATE",
    "NO, NOTICE_TOO_LATE",
    "DK, NOTICE_TOO_LATE",
    "PL, COVERED",
    "DE, COVERED"
  })
  void noticeIsInTimeForTwoMonths(String country, String afterwards) {
    LocalDate noticed = BOUGHT.plusMonths(2);

    assertThat(decide(ClaimFacts.of(country, BOUGHT, noticed.plusDays(61)).noticed(noticed)))
        .isEqualTo("COVERED");
    assertThat(decide(ClaimFacts.of(country, BOUGHT, noticed.plusDays(62)).noticed(noticed)))
        .isEqualTo("COVERED");
    assertThat(decide(ClaimFacts.of(country, BOUGHT, noticed.plusDays(63)).noticed(noticed)))
        .isEqualTo(afterwards);
  }

  @Test
  void noNoticeWithinTwoCalendarMonthsIsEverTooLate() {
    for (LocalDate noticed = BOUGHT;
        noticed.isBefore(BOUGHT.plusYears(1));
        noticed = noticed.plusDays(1)) {
      ClaimFacts claim = ClaimFacts.of("SE", BOUGHT, noticed.plusMonths(2)).noticed(noticed);

      assertThat(decide(claim)).as("noticed on %s", noticed).isEqualTo("COVERED");
    }
  }

  @Test
  void aClaimThatDoesNotSayWhenTheFaultWasNoticedIsInTime() {
    Map<String, Object> facts = ClaimFacts.of("SE", BOUGHT, BOUGHT.plusMonths(20)).variables();
    facts.put("daysSinceNoticed", null);

    assertThat(coverage.<String>decide(facts)).isEqualTo("COVERED");
  }

  @Test
  void nobodyIsRefusedForAMissingDeliveryDate() {
    Map<String, Object> facts = ClaimFacts.of("SE", BOUGHT, BOUGHT.plusMonths(20)).variables();
    facts.put("monthsSinceDelivery", null);

    assertThat(coverage.<String>decide(facts)).isEqualTo("EVIDENCE_NEEDED");
  }

  @Test
  void misuseIsNotCoveredHoweverNewTheItem() {
    ClaimFacts claim = ClaimFacts.of("SE", BOUGHT, BOUGHT.plusDays(1));

    assertThat(decide(claim.misused())).isEqualTo("MISUSE");
    assertThat(decide(claim.misused().guaranteed())).isEqualTo("MISUSE");
  }

  @Test
  void theCommercialGuaranteeStepsInWhereTheLawDoesNotCover() {
    assertThat(decide(ClaimFacts.of("DE", BOUGHT, BOUGHT.plusMonths(12)).guaranteed()))
        .isEqualTo("COVERED");
    assertThat(decide(ClaimFacts.of("DE", BOUGHT, BOUGHT.plusMonths(13)).guaranteed()))
        .as("instead of asking for evidence")
        .isEqualTo("GUARANTEE");
    assertThat(decide(ClaimFacts.of("DE", BOUGHT, BOUGHT.plusMonths(26)).guaranteed()))
        .as("after the complaint period")
        .isEqualTo("GUARANTEE");
    assertThat(decide(ClaimFacts.of("DE", BOUGHT, BOUGHT.plusYears(5)).guaranteed()))
        .as("long after the complaint period")
        .isEqualTo("GUARANTEE");
    assertThat(
            decide(
                ClaimFacts.of("SE", BOUGHT, BOUGHT.plusMonths(8))
                    .noticed(BOUGHT.plusMonths(4))
                    .guaranteed()))
        .as("although the notice was late")
        .isEqualTo("GUARANTEE");
  }

  @ParameterizedTest(name = "{0}: {1} months, and 12 more after a repair")
  @CsvSource({"DE, 24", "SE, 36", "NO, 24", "DK, 24", "PL, 24"})
  void aRepairLengthensTheComplaintPeriodByTwelveMonths(String country, int months) {
    LocalDate last = BOUGHT.plusMonths(months + 12);

    assertThat(decide(ClaimFacts.of(country, BOUGHT, last.minusDays(1)).extendedBy(12)))
        .isEqualTo("EVIDENCE_NEEDED");
    assertThat(decide(ClaimFacts.of(country, BOUGHT, last).extendedBy(12)))
        .isEqualTo("EVIDENCE_NEEDED");
    assertThat(decide(ClaimFacts.of(country, BOUGHT, last.plusDays(1)).extendedBy(12)))
        .isEqualTo("GOODWILL");
    assertThat(decide(ClaimFacts.of(country, BOUGHT, last.plusMonths(6)).extendedBy(12)))
        .isEqualTo("GOODWILL");
    assertThat(
            decide(ClaimFacts.of(country, BOUGHT, last.plusMonths(6).plusDays(1)).extendedBy(12)))
        .isEqualTo("OUT_OF_PERIOD");
  }

  @Test
  void agreesWithTheRulesInPlainJavaOnTwelveThousandClaims() {
    CoverageOracle oracle = new CoverageOracle();
    Random random = new Random(20261122);
    Set<String> seen = new TreeSet<>();
    int leapDays = 0;
    for (int i = 0; i < 12_000; i++) {
      ClaimFacts claim = anyClaim(random);
      LocalTime time = AROUND_MIDNIGHT.get(random.nextInt(AROUND_MIDNIGHT.size()));
      Instant reportedAt =
          claim.reportedOn().atTime(time).atZone(CoverageOracle.zone(claim.country())).toInstant();
      String expected = oracle.decide(claim);
      seen.add(expected);
      leapDays += claim.deliveredOn().equals(LEAP_DAY) ? 1 : 0;
      ClaimFacts asCounted = claim.reported(calendar.dateIn(claim.country(), reportedAt));
      assertThat(decide(asCounted))
          .as("case %d: %s at %s", i, claim, reportedAt)
          .isEqualTo(expected);
    }
    assertThat(leapDays).as("delivered on a leap day").isGreaterThan(100);
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "COVERED",
            "GUARANTEE",
            "EVIDENCE_NEEDED",
            "GOODWILL",
            "OUT_OF_PERIOD",
            "NOTICE_TOO_LATE",
            "MISUSE");
  }

  private static ClaimFacts anyClaim(Random random) {
    List<String> countries = List.of("SE", "NO", "DK", "PL", "DE", "FI", "FR", "XX");
    LocalDate purchased = purchased(random);
    LocalDate delivered = delivered(purchased, random);
    // Half of the claims lie within three days of a limit, where mistakes live.
    LocalDate reported =
        random.nextBoolean()
            ? delivered.plusMonths(6L * (1 + random.nextInt(13))).plusDays(random.nextInt(7) - 3L)
            : delivered.plusDays(random.nextInt(2500));
    int sinceNoticed = random.nextBoolean() ? random.nextInt(50) : 55 + random.nextInt(15);
    return new ClaimFacts(
        countries.get(random.nextInt(countries.size())),
        purchased,
        delivered,
        reported.minusDays(sinceNoticed),
        reported,
        random.nextBoolean(),
        random.nextInt(4) == 0,
        random.nextInt(12) == 0,
        random.nextInt(3) == 0 ? 12 : 0);
  }

  /** One in four around the first day of a year, on which the laws begin. */
  private static LocalDate purchased(Random random) {
    return random.nextInt(4) == 0
        ? LocalDate.of(2022 + random.nextInt(4), 1, 1).plusDays(random.nextInt(5) - 2L)
        : LocalDate.of(2021, 1, 1).plusDays(5L * random.nextInt(440));
  }

  /** One in four on a leap day or the last day of a month, from which months are hard to count. */
  private static LocalDate delivered(LocalDate purchased, Random random) {
    LocalDate delivered = purchased.plusDays(random.nextInt(30));
    LocalDate monthEnd = delivered.with(TemporalAdjusters.lastDayOfMonth());
    return switch (random.nextInt(16)) {
      case 0 -> purchased.isAfter(LEAP_DAY) ? delivered : LEAP_DAY;
      case 1, 2 -> monthEnd;
      case 3 -> monthEnd.plusDays(1);
      default -> delivered;
    };
  }

  private static ClaimFacts claim(String country, boolean lasting, LocalDate reported) {
    ClaimFacts claim = ClaimFacts.of(country, BOUGHT, reported);
    return lasting ? claim.lasting() : claim;
  }

  private String decide(ClaimFacts claim) {
    return coverage.decide(claim.variables());
  }
}
