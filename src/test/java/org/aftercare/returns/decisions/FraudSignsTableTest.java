package org.aftercare.returns.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which signs of fraud a person is shown, and that one is enough. */
class FraudSignsTableTest {

  private final DecisionTable signs = DecisionTable.of("returns/fraud-signs.dmn", "fraud-signs");
  private final DecisionTable check = DecisionTable.of("returns/fraud-signs.dmn", "fraud-check");

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "serialMatches, false, SERIAL_MISMATCH",
    "serialMatches, true, ",
    "complete, false, ACCESSORIES_MISSING",
    "complete, true, "
  })
  void oneFact(String fact, boolean value, String expected) {
    assertSigns(Map.of(fact, value), expected);
  }

  @ParameterizedTest(name = "weight deviates by {0} %: {1}")
  @CsvSource({"0, ", "9.99, ", "10, ", "10.01, WEIGHT_DEVIATES", "80, WEIGHT_DEVIATES"})
  void weight(double percent, String expected) {
    assertSigns(Map.of("weightDeviationPercent", percent), expected);
  }

  @ParameterizedTest(name = "\"not received\" {0} times: {1}")
  @CsvSource({"0, ", "1, ", "2, NOT_RECEIVED_AGAIN", "3, NOT_RECEIVED_AGAIN"})
  void notReceived(int times, String expected) {
    assertSigns(Map.of("notReceivedBefore", times), expected);
  }

  @ParameterizedTest(name = "{0} orders, {1} % returned: {2}")
  @CsvSource({
    "9, 100, ",
    "10, 40, ",
    "10, 40.01, RETURNS_OFTEN",
    "11, 39.99, ",
    "11, 100, RETURNS_OFTEN"
  })
  void returns(int orders, double percent, String expected) {
    assertSigns(Map.of("orders6Months", orders, "returnedPercent", percent), expected);
  }

  @Test
  void everySignIsShownAndOneIsEnough() {
    assertSigns(
        Map.of(
            "serialMatches",
            false,
            "complete",
            false,
            "weightDeviationPercent",
            50.0,
            "notReceivedBefore",
            4,
            "orders6Months",
            12,
            "returnedPercent",
            75.0),
        "SERIAL_MISMATCH",
        "ACCESSORIES_MISSING",
        "WEIGHT_DEVIATES",
        "NOT_RECEIVED_AGAIN",
        "RETURNS_OFTEN");
  }

  @Test
  void whatIsNotKnownIsNoSign() {
    assertSigns(Map.of());
  }

  private void assertSigns(Map<String, Object> known, String... expected) {
    Map<String, Object> facts = new HashMap<>();
    for (String fact :
        List.of(
            "serialMatches",
            "complete",
            "weightDeviationPercent",
            "notReceivedBefore",
            "orders6Months",
            "returnedPercent")) {
      facts.put(fact, known.get(fact));
    }
    List<String> shown = Stream.of(expected).filter(Objects::nonNull).toList();

    assertThat(signs.<String>collect("sign", facts)).isEqualTo(shown);
    assertThat(check.<String>decide(facts)).isEqualTo(shown.isEmpty() ? "NONE" : "FRAUD_CHECK");
  }
}
