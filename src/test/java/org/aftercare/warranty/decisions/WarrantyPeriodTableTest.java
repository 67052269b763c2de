package org.aftercare.warranty.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the law, country by country, as they stood on the day of purchase. */
class WarrantyPeriodTableTest {

  private final DecisionTable periods =
      DecisionTable.of("warranty/coverage.dmn", "warranty-period");

  @ParameterizedTest(name = "{0}, bought {1}, meant to last {2}")
  @CsvSource(
      nullValues = "none",
      value = {
        "SE, 2026-01-01, false, 36, 24, 62",
        "SE, 2022-01-01, true, 36, 24, 62",
        "SE, 2021-12-31, false, 36, 6, 62",
        "NO, 2026-01-01, false, 24, 24, 62",
        "NO, 2026-01-01, true, 60, 24, 62",
        "NO, 2023-12-31, false, 24, 6, 62",
        "NO, 2023-12-31, true, 60, 6, 62",
        "DK, 2026-01-01, false, 24, 12, 62",
        "DK, 2021-12-31, false, 24, 6, 62",
        "PL, 2026-01-01, true, 24, 24, none",
        "PL, 2022-12-31, false, 24, 12, none",
        "DE, 2026-01-01, false, 24, 12, none",
        "XX, 2026-01-01, true, 24, 12, none",
        "XX, 2021-12-31, false, 24, 6, none"
      })
  void figures(
      String country,
      LocalDate bought,
      boolean lasting,
      int complaintMonths,
      int burdenMonths,
      Integer noticeDays) {
    Map<String, Object> expected = new HashMap<>();
    expected.put("complaintMonths", complaintMonths);
    expected.put("burdenMonths", burdenMonths);
    expected.put("noticeDays", noticeDays);
    expected.put("goodwillMonths", 6);

    assertThat(
            periods.row(
                Map.of(
                    "country", country, "purchasedOn", bought.toString(), "meantToLast", lasting)))
        .isEqualTo(expected);
  }
}
