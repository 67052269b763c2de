package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over how many customers a person decides. */
class GuardRailTest {

  private final DecisionTable guard = DecisionTable.of("outage/outage-guard.dmn", "outage-guard");

  @ParameterizedTest(name = "{0} customers: {1}")
  @CsvSource({
    "0, NOBODY",
    "1, AUTOMATIC",
    "499, AUTOMATIC",
    "500, AUTOMATIC",
    "501, APPROVAL",
    "50000, APPROVAL"
  })
  void letsAPersonDecideAboutMany(int affected, String expected) {
    assertThat(guard.<String>decide(Map.of("affected", affected))).isEqualTo(expected);
  }
}
