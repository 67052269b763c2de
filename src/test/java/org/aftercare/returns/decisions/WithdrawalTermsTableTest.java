package org.aftercare.returns.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The legal clocks, country by country, and the company's own deadlines. */
class WithdrawalTermsTableTest {

  private final DecisionTable terms =
      DecisionTable.of("returns/withdrawal-terms.dmn", "withdrawal-terms");
  private final DecisionTable deadlines =
      DecisionTable.of("returns/return-deadlines.dmn", "return-deadlines");

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} days")
  @CsvSource({
    "SE, ONLINE, 2026-11-22, 14, 12, 14, 14, 0",
    "NO, ONLINE, 2026-11-22, 14, 12, 14, 14, 0",
    "DK, ONLINE, 2026-11-22, 14, 12, 14, 14, 0",
    "PL, ONLINE, 2026-11-22, 14, 12, 14, 14, 0",
    "DE, ONLINE, 2026-11-22, 14, 12, 14, 14, 0",
    "XX, ONLINE, 2026-11-22, 14, 12, 14, 14, 0",
    // the first days of the law
    "SE, ONLINE, 2014-06-13, 14, 12, 14, 14, 0",
    "PL, ONLINE, 2014-12-25, 14, 12, 14, 14, 0",
    "PL, ONLINE, 2014-12-24, 14, 12, 14, 14, 0",
    "DE, ONLINE, 2014-06-13, 14, 12, 14, 14, 0",
    // the voluntary policy, and the only fee
    "SE, STORE, 2026-01-01, 30, 0, 14, 14, 10",
    "XX, STORE, 2026-11-22, 30, 0, 14, 14, 10"
  })
  void terms(
      String country,
      String channel,
      LocalDate noticeOn,
      int withdrawalDays,
      int uninformedMonths,
      int sendBackDays,
      int refundDays,
      int restockingPercent) {
    assertThat(terms.row(facts(country, channel, noticeOn)))
        .isEqualTo(
            Map.of(
                "withdrawalDays", withdrawalDays,
                "uninformedMonths", uninformedMonths,
                "sendBackDays", sendBackDays,
                "refundDays", refundDays,
                "restockingPercent", restockingPercent));
  }

  @Test
  void whatTheFlowGivesAsADateMeansTheSame() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    Date date = Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());

    assertThat(terms.row(Map.of("country", "SE", "channel", "STORE", "noticeOn", date)))
        .isEqualTo(terms.row(facts("SE", "STORE", day)));
  }

  @Test
  void whatNoRowSpeaksOfIsNotGuessed() {
    assertThatThrownBy(() -> terms.row(facts("SE", "STORE", LocalDate.of(2025, 12, 31))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> terms.row(facts("SE", "ONLINE", LocalDate.of(2014, 6, 12))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> terms.row(facts("SE", "FAIR", LocalDate.of(2026, 11, 22))))
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"SE", "NO", "DK", "PL", "DE", "XX"})
  void deadlines(String country) {
    assertThat(deadlines.row(Map.of("country", country, "noticeOn", "2026-11-22")))
        .isEqualTo(
            Map.of(
                "remindAfterDays", 10,
                "closeAfterDays", 30,
                "escalateAfterDays", 10));
  }

  private static Map<String, Object> facts(String country, String channel, LocalDate noticeOn) {
    return Map.of("country", country, "channel", channel, "noticeOn", noticeOn.toString());
  }
}
