package org.aftercare.returns.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the grade means for the refund. */
class GradingTableTest {

  private final DecisionTable grading = DecisionTable.of("returns/grading.dmn", "grading");

  @ParameterizedTest(name = "{0}, {1}, informed {2}: {3}")
  @CsvSource(
      nullValues = "unknown",
      value = {
        "A, WITHDRAWAL, true, FULL",
        "A, VOLUNTARY, true, FULL",
        "B, WITHDRAWAL, true, FULL",
        "B, VOLUNTARY, unknown, FULL",
        "C, WITHDRAWAL, true, DEDUCT",
        "C, WITHDRAWAL, unknown, DEDUCT",
        "C, VOLUNTARY, true, DEDUCT",
        // directive 2011/83/EU art. 14(2): who was never told of the right owes nothing for use
        "C, WITHDRAWAL, false, FULL",
        "C, VOLUNTARY, false, DEDUCT",
        "D, WITHDRAWAL, true, REVIEW",
        "D, WITHDRAWAL, false, REVIEW",
        "D, VOLUNTARY, true, REVIEW",
        "D, LATE, true, REVIEW",
        "X, WITHDRAWAL, true, HOLD",
        "X, VOLUNTARY, false, HOLD",
        "X, EXCLUDED, true, HOLD",
        // goods that came without a right to return them
        "A, LATE, true, REVIEW",
        "B, EXCLUDED, true, REVIEW",
        "C, WARRANTY, true, REVIEW",
        "C, LATE, false, REVIEW"
      })
  void settlement(String grade, String right, Boolean informed, String expected) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("grade", grade);
    facts.put("right", right);
    facts.put("informed", informed);

    assertThat(grading.<String>decide(facts)).isEqualTo(expected);
  }
}
