package org.aftercare.deferral.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of deferrals against the rules. */
class DeferralTablesTest {

  private static final String FILE = "deferral/deferral-terms.dmn";

  private final DecisionTable terms = DecisionTable.of(FILE, "deferral-terms");
  private final DecisionTable finding = DecisionTable.of(FILE, "deferral-finding");
  private final DecisionTable offer = DecisionTable.of(FILE, "deferral-offer");
  private final DecisionTable decision =
      DecisionTable.of("deferral/deferral-decision.dmn", "deferral-decision");

  @ParameterizedTest(name = "{0}: cap {2} {1}, reminder {3}, {4} of them, {5} days apart")
  @CsvSource({
    "SE, SEK, 15000, 60, 1, 14",
    "NO, NOK, 20000, 35, 2, 14",
    "DK, DKK, 10000, 100, 3, 10",
    "PL, PLN, 5000, 0, 3, 14",
    "DE, EUR, 1500, 0, 3, 14",
    "XX, EUR, 1500, 0, 3, 14"
  })
  void eachCountryHasItsTerms(
      String country, String currency, double cap, double reminder, int most, int apart) {
    Map<String, Object> row = terms(country, LocalDate.of(2026, 12, 1));

    assertThat(row)
        .containsEntry("capCurrency", currency)
        .containsEntry("cap", cap)
        .containsEntry("reminderFee", reminder)
        .containsEntry("mostReminders", most)
        .containsEntry("reminderGapDays", apart)
        .containsEntry("selfServiceDays", 14)
        .containsEntry("longDays", 30)
        .containsEntry("longCleanMonths", 12)
        .containsEntry("timesAYear", 2)
        .containsEntry("maxInstalments", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SE", "NO", "DK", "PL", "DE", "XX"})
  void aDeferralCostsNothingAnywhere(String country) {
    assertThat(terms(country, LocalDate.of(2026, 12, 1)))
        .containsEntry("fee", 0.0)
        .containsEntry("interestPercent", 0.0);
  }

  @Test
  void swedenWouldAllowAFeeForAPlan() {
    assertThat(terms("SE", LocalDate.of(2026, 12, 1))).containsEntry("feeCap", 170.0);
  }

  @ParameterizedTest(name = "asked on {0}: {1} days")
  @CsvSource({"2026-11-19, 90", "2026-11-20, 50", "2026-11-21, 50", "2028-02-29, 50"})
  void theSecondDirectiveLimitsTheTime(LocalDate requestedOn, int days) {
    for (String country : DeferralCase.COUNTRIES) {
      assertThat(terms(country, requestedOn)).containsEntry("limitDays", days);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SE", "NO", "DK", "PL", "DE", "FI"})
  void fourteenDaysForAnybodyAndThirtyAfterTwelveCleanMonths(String country) {
    DeferralCase of = DeferralCase.ordinary(country);

    assertThat(find(of)).isEqualTo("IN_ORDER");
    assertThat(find(of.paying(of.dueOn().plusDays(15)))).isEqualTo("LONGER");
    assertThat(find(of.clean(12).paying(of.dueOn().plusDays(30)))).isEqualTo("IN_ORDER");
    assertThat(find(of.clean(12).paying(of.dueOn().plusDays(31)))).isEqualTo("LONGER");
    assertThat(find(of.clean(11).paying(of.dueOn().plusDays(30)))).isEqualTo("LONGER");
    assertThat(find(of.clean(99).paying(of.dueOn().plusDays(51)))).isEqualTo("BEYOND_LIMIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SE", "NO", "DK", "PL", "DE"})
  void aPersonDecidesAboveTheCap(String country) {
    DeferralCase of = DeferralCase.ordinary(country);
    BigDecimal cap = DeferralOracle.cap(country);

    assertThat(find(of.owing(cap))).isEqualTo("IN_ORDER");
    assertThat(find(of.owing(cap.add(new BigDecimal("0.01"))))).isEqualTo("ABOVE_CAP");
  }

  @Test
  void theDueDayItselfIsNotPastDue() {
    DeferralCase of = DeferralCase.ordinary("SE");

    assertThat(find(of.asked(of.dueOn()))).isEqualTo("IN_ORDER");
    assertThat(find(of.asked(of.dueOn().plusDays(1)))).isEqualTo("PAST_DUE");
  }

  @ParameterizedTest
  @CsvSource({
    "IN_ORDER, APPROVE",
    "IN_COLLECTION, REFUSE",
    "PAST_DUE, REFUSE",
    "DEFERRED_BEFORE, REFUSE",
    "TOO_OFTEN, REFUSE",
    "DISPUTED, DISPUTE",
    "NOTHING_DUE, CLOSE",
    "HARDSHIP, REFER",
    "DEATH, REFER",
    "INSOLVENCY, REFER",
    "BUSINESS, REFER",
    "INSTALMENTS, REFER",
    "BEYOND_LIMIT, REFER",
    "OVERDUE, REFER",
    "LATE_PAYMENT, REFER",
    "OTHER_CURRENCY, REFER",
    "ABOVE_CAP, REFER",
    "LONGER, REFER"
  })
  void eachFindingLeadsSomewhere(String code, String expected) {
    assertThat(decision.<String>decide(Map.of("finding", code))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {2} days, {3} from now, {4} instalments, not {1} days: {5}")
  @CsvSource(
      nullValues = "none",
      value = {
        "APPROVED, 40, 40, 30, 0, WITHIN",
        "APPROVED, 50, 50, 30, 0, WITHIN",
        "APPROVED, 51, 51, 30, 0, TOO_LATE",
        "APPROVED, none, 0, 0, 0, NOT_LATER",
        "APPROVED, none, 48, 16, 3, WITHIN",
        "APPROVED, none, 48, 12, 4, TOO_MANY",
        "APPROVED, none, 48, 4, 12, TOO_MANY",
        "APPROVED, 14, 14, 1, 0, WITHIN",
        "APPROVED, 14, 14, 0, 0, PASSED",
        "APPROVED, none, 14, -3, 0, PASSED",
        "SHORTER, 40, 39, 30, 0, WITHIN",
        "SHORTER, 40, 40, 30, 0, NOT_SHORTER",
        "SHORTER, 40, 41, 30, 0, NOT_SHORTER",
        "SHORTER, none, 41, 30, 0, WITHIN",
        "SHORTER, 40, 1, 6, 0, WITHIN",
        "SHORTER, 40, 1, 5, 0, TOO_SOON",
        "SHORTER, 40, 1, 1, 0, TOO_SOON",
        "SHORTER, 40, 1, 0, 0, PASSED",
        "SHORTER, 40, 0, 0, 0, NOT_LATER",
        "SHORTER, 90, 51, 30, 0, TOO_LATE",
        "INSTALMENTS, 40, 50, 25, 2, WITHIN",
        "INSTALMENTS, 40, 48, 16, 3, WITHIN",
        "INSTALMENTS, 40, 48, 6, 3, WITHIN",
        "INSTALMENTS, 40, 48, 5, 3, TOO_SOON",
        "INSTALMENTS, 40, 48, 12, 4, TOO_MANY",
        "INSTALMENTS, none, 51, 17, 3, TOO_LATE"
      })
  void aPersonKeepsWithinTheTerms(
      String decided, Integer wished, int days, int startsIn, int instalments, String expected) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", "SE");
    facts.put("requestedOn", DeferralCase.date(LocalDate.of(2026, 11, 25)));
    facts.put("offer", decided);
    facts.put("wishedDays", wished);
    facts.put("offerDays", days);
    facts.put("startsIn", startsIn);
    facts.put("instalmentsOffered", instalments);

    assertThat(offer.<String>decide(facts)).isEqualTo(expected);
  }

  @Test
  void agreeWithTheRulesInPlainJavaInTwelveThousandCases() {
    DeferralOracle oracle = new DeferralOracle();
    Random random = new Random(20261122);
    Set<String> reasons = new TreeSet<>();
    Set<String> decisions = new TreeSet<>();
    for (int i = 0; i < 12_000; i++) {
      DeferralCase of = DeferralCase.any(random);
      String reason = find(of);
      String decided = decision.decide(Map.of("finding", reason));
      assertThat(reason).as("case %d: %s", i, of).isEqualTo(oracle.reason(of));
      assertThat(decided).as("case %d: %s", i, of).isEqualTo(oracle.decide(of));
      reasons.add(reason);
      decisions.add(decided);
    }
    assertThat(reasons).as("every reason was met").hasSize(18);
    assertThat(decisions).containsExactly("APPROVE", "CLOSE", "DISPUTE", "REFER", "REFUSE");
  }

  private String find(DeferralCase of) {
    return finding.decide(of.variables());
  }

  private Map<String, Object> terms(String country, LocalDate requestedOn) {
    return terms.row(Map.of("country", country, "requestedOn", DeferralCase.date(requestedOn)));
  }
}
