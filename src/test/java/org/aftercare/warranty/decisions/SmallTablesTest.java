package org.aftercare.warranty.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables with a single limit. */
class SmallTablesTest {

  private final DecisionTable answer =
      DecisionTable.of("warranty/answer-period.dmn", "answer-period");
  private final DecisionTable extension =
      DecisionTable.of("warranty/guarantee-extension.dmn", "guarantee-extension");
  private final DecisionTable part =
      DecisionTable.of("shared/part-availability.dmn", "part-availability");

  @ParameterizedTest(name = "{0}: {1} days")
  @CsvSource({"PL, 14", "SE, 0", "NO, 0", "DK, 0", "DE, 0", "XX, 0"})
  void answerPeriod(String country, int days) {
    assertThat(answer.<Integer>decide(Map.of("country", country))).isEqualTo(days);
  }

  @ParameterizedTest(name = "{0} days")
  @CsvSource({
    "-3, IN_STOCK",
    "0, IN_STOCK",
    "1, ORDERED",
    "9, ORDERED",
    "10, ORDERED",
    "11, TOO_LATE",
    "999, TOO_LATE"
  })
  void partAvailability(int days, String expected) {
    assertThat(part.<String>decide(Map.of("country", "SE", "daysUntilPart", days)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, {1} on {2}: {3} months")
  @CsvSource(
      nullValues = "never",
      value = {
        "COVERED, REPAIR, 2026-07-30, 0",
        "COVERED, REPAIR, 2026-07-31, 12",
        "COVERED, REPAIR, 2026-08-01, 12",
        "COVERED, REPLACE, 2026-08-01, 0",
        "COVERED, REFUND, 2026-08-01, 0",
        "COVERED, NONE, 2026-08-01, 0",
        "COVERED, REPAIR, never, 0",
        "COVERED, REFUND, never, 0",
        "GUARANTEE, REPAIR, 2026-08-01, 0",
        "GOODWILL, REPAIR, 2026-08-01, 0",
        "PAID, REPAIR, 2026-08-01, 0"
      })
  void guaranteeExtension(String coverage, String remedy, LocalDate repairedOn, int months) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", "SE");
    facts.put("coverage", coverage);
    facts.put("remedy", remedy);
    facts.put(
        "repairedOn",
        repairedOn == null
            ? null
            : Date.from(repairedOn.atStartOfDay(ZoneId.systemDefault()).toInstant()));

    assertThat(extension.<Integer>decide(facts)).isEqualTo(months);
  }
}
