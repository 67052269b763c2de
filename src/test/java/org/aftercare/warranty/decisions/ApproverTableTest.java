package org.aftercare.warranty.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who approves: up to a limit nobody, then claims, then contracts, then the department heads. */
class ApproverTableTest {

  private final DecisionTable approver = DecisionTable.of("warranty/approver.dmn", "approver");

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource({
    "EUR, 200, 1000, 5000",
    "SEK, 2000, 10000, 50000",
    "NOK, 2000, 10000, 50000",
    "DKK, 1500, 7500, 37500",
    "PLN, 800, 4000, 20000"
  })
  void limits(String currency, BigDecimal automatic, BigDecimal claims, BigDecimal policy) {
    assertThat(approver(currency, BigDecimal.ZERO)).isEqualTo("NONE");
    assertAround(currency, automatic, "NONE", "claims");
    assertAround(currency, claims, "claims", "contracts");
    assertAround(currency, policy, "contracts", "department-heads");
  }

  private void assertAround(String currency, BigDecimal limit, String within, String above) {
    BigDecimal smallest = new BigDecimal("0.01");
    assertThat(approver(currency, limit.subtract(smallest))).isEqualTo(within);
    assertThat(approver(currency, limit)).isEqualTo(within);
    assertThat(approver(currency, limit.add(smallest))).isEqualTo(above);
  }

  @Test
  void anotherCurrencyIsOutsidePolicy() {
    assertThat(approver("CHF", BigDecimal.ONE)).isEqualTo("department-heads");
  }

  @Test
  void aNumberOfAnyJavaTypeMeansTheSame() {
    assertThat(approver("EUR", 200)).isEqualTo("NONE");
    assertThat(approver("EUR", 200L)).isEqualTo("NONE");
    assertThat(approver("EUR", 200.00)).isEqualTo("NONE");
    assertThat(approver("EUR", 200.01)).isEqualTo("claims");
  }

  private String approver(String currency, Number amount) {
    return approver.decide(Map.of("currency", currency, "amount", amount));
  }
}
