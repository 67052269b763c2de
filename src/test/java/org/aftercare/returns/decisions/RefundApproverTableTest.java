package org.aftercare.returns.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who approves a refund: nobody up to a limit for good goods, then the front office, then finance.
 */
class RefundApproverTableTest {

  private static final BigDecimal SMALLEST = new BigDecimal("0.01");

  private final DecisionTable approver =
      DecisionTable.of("returns/refund-approver.dmn", "refund-approver");

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "EUR, 100, 500",
    "SEK, 1000, 5000",
    "NOK, 1000, 5000",
    "DKK, 750, 3750",
    "PLN, 400, 2000"
  })
  void limits(String currency, BigDecimal automatic, BigDecimal frontOffice) {
    for (String good : new String[] {"A", "B"}) {
      assertThat(approver(currency, BigDecimal.ZERO, good)).isEqualTo("NONE");
      assertAround(currency, good, automatic, "NONE", "front-office");
      assertAround(currency, good, frontOffice, "front-office", "finance");
    }
    for (String worse : new String[] {"C", "D", "X"}) {
      assertAround(currency, worse, automatic, "front-office", "front-office");
      assertAround(currency, worse, frontOffice, "front-office", "finance");
    }
  }

  private void assertAround(
      String currency, String grade, BigDecimal limit, String within, String above) {
    assertThat(approver(currency, limit.subtract(SMALLEST), grade)).isEqualTo(within);
    assertThat(approver(currency, limit, grade)).isEqualTo(within);
    assertThat(approver(currency, limit.add(SMALLEST), grade)).isEqualTo(above);
  }

  @Test
  void aCurrencyWithoutLimitsIsForFinance() {
    assertThat(approver("CHF", BigDecimal.ONE, "A")).isEqualTo("finance");
  }

  private String approver(String currency, BigDecimal amount, String grade) {
    return approver.decide(
        Map.of("currency", currency, "amount", amount.doubleValue(), "grade", grade));
  }
}
