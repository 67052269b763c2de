package org.aftercare.warranty.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repair, replacement or refund: each limit from the rules, and all combinations of facts. */
class RemedyTableTest {

  private final DecisionTable remedy = DecisionTable.of("warranty/remedy.dmn", "remedy");

  @ParameterizedTest
  @ValueSource(strings = {"COVERED", "GUARANTEE", "GOODWILL"})
  void anOrdinaryFaultIsRepaired(String coverage) {
    assertThat(decide(Map.of("coverage", coverage))).isEqualTo("REPAIR");
  }

  @ParameterizedTest(name = "repair costs {0} % of the price")
  @CsvSource({"0, REPAIR", "59, REPAIR", "60, REPAIR", "61, REPLACE", "250, REPLACE"})
  void overSixtyPercentARepairIsUneconomic(int percent, String expected) {
    assertThat(decide(Map.of("costPercent", percent))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "part is {0} days away")
  @CsvSource({"0, REPAIR", "9, REPAIR", "10, REPAIR", "11, REPLACE", "999, REPLACE"})
  void aPartMoreThanTenDaysAwayMeansReplacement(int days, String expected) {
    assertThat(decide(Map.of("leadTimeDays", days))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} failed repairs")
  @CsvSource({"0, REPAIR", "1, REPAIR", "2, ASK_CUSTOMER", "3, ASK_CUSTOMER"})
  void afterTheSecondFailedRepairTheCustomerChooses(int failed, String expected) {
    assertThat(decide(Map.of("failedRepairs", failed))).isEqualTo(expected);
  }

  @Test
  void afterTheSecondFailedRepairTheCustomerChoosesEvenIfNothingElseIsLeft() {
    assertThat(
            decide(
                Map.of(
                    "failedRepairs",
                    2,
                    "repairRuledOut",
                    true,
                    "repairable",
                    false,
                    "soldOut",
                    true)))
        .isEqualTo("ASK_CUSTOMER");
  }

  @ParameterizedTest(name = "wish {0} at {1} %")
  @CsvSource({
    "REPLACE, 39, REPAIR",
    "REPLACE, 40, REPLACE",
    "REPLACE, 41, REPLACE",
    "REPAIR, 41, REPAIR",
    "REPAIR, 61, REPLACE",
    "NONE, 41, REPAIR"
  })
  void theCustomersWishCountsUnlessDisproportionate(String wish, int percent, String expected) {
    assertThat(decide(Map.of("customerWish", wish, "costPercent", percent))).isEqualTo(expected);
  }

  @Test
  void whatCannotBeRepairedIsReplaced() {
    assertThat(decide(Map.of("repairable", false))).isEqualTo("REPLACE");
    assertThat(decide(Map.of("repairRuledOut", true))).isEqualTo("REPLACE");
  }

  @Test
  void aSoldOutReplacementBecomesARefund() {
    assertThat(decide(Map.of("soldOut", true))).as("a repair needs no stock").isEqualTo("REPAIR");
    for (Map<String, Object> reason :
        List.<Map<String, Object>>of(
            Map.of("repairable", false),
            Map.of("repairRuledOut", true),
            Map.of("costPercent", 61),
            Map.of("leadTimeDays", 11),
            Map.of("customerWish", "REPLACE", "costPercent", 40))) {
      Map<String, Object> facts = new HashMap<>(reason);
      facts.put("soldOut", true);

      assertThat(decide(facts)).as("%s", reason).isEqualTo("REFUND");
    }
  }

  @Test
  void whoPaysIsOfferedARepairOrNothing() {
    assertThat(decide(Map.of("coverage", "PAID"))).isEqualTo("REPAIR");
    assertThat(decide(Map.of("coverage", "PAID", "costPercent", 99))).isEqualTo("REPAIR");
    assertThat(decide(Map.of("coverage", "PAID", "repairable", false))).isEqualTo("NONE");
    assertThat(decide(Map.of("coverage", "PAID", "repairRuledOut", true))).isEqualTo("NONE");
  }

  @Test
  void agreesWithTheRulesInPlainJavaOnAllCombinations() {
    int cases = 0;
    for (String coverage : List.of("COVERED", "GUARANTEE", "GOODWILL", "PAID")) {
      for (int failed : List.of(1, 2)) {
        for (boolean ruledOut : List.of(true, false)) {
          for (boolean repairable : List.of(true, false)) {
            for (int percent : List.of(0, 39, 40, 60, 61)) {
              for (int days : List.of(10, 11)) {
                for (String wish : List.of("REPAIR", "REPLACE", "NONE")) {
                  for (boolean soldOut : List.of(true, false)) {
                    Map<String, Object> facts =
                        facts(coverage, failed, ruledOut, repairable, percent, days, wish, soldOut);
                    assertThat(remedy.<String>decide(facts))
                        .as("%s", facts)
                        .isEqualTo(
                            expected(
                                coverage,
                                failed,
                                ruledOut,
                                repairable,
                                percent,
                                days,
                                wish,
                                soldOut));
                    cases++;
                  }
                }
              }
            }
          }
        }
      }
    }
    assertThat(cases).isEqualTo(4 * 2 * 2 * 2 * 5 * 2 * 3 * 2);
  }

  private static String expected(
      String coverage,
      int failed,
      boolean ruledOut,
      boolean repairable,
      int percent,
      int days,
      String wish,
      boolean soldOut) {
    boolean possible = repairable && !ruledOut;
    if (coverage.equals("PAID")) {
      return possible && failed < 2 ? "REPAIR" : "NONE";
    }
    if (failed > 1) {
      return "ASK_CUSTOMER";
    }
    boolean disproportionate = percent > 60;
    boolean tooSlow = days > 10;
    boolean wished = wish.equals("REPLACE") && percent >= 40;
    if (possible && !disproportionate && !tooSlow && !wished) {
      return "REPAIR";
    }
    return soldOut ? "REFUND" : "REPLACE";
  }

  @ParameterizedTest
  @ValueSource(strings = {"COVERED", "GUARANTEE", "GOODWILL", "PAID"})
  void whatIsLostInOurHandsIsMadeGoodWhoeverAnswersForTheFault(String coverage) {
    for (int failed : List.of(0, 2)) {
      Map<String, Object> facts = new HashMap<>();
      facts.put("coverage", coverage);
      facts.put("failedRepairs", failed);
      facts.put("repairRuledOut", true);
      facts.put("itemLost", true);
      assertThat(decide(facts)).isEqualTo("REPLACE");
      facts.put("soldOut", true);
      assertThat(decide(facts)).isEqualTo("REFUND");
    }
  }

  @ParameterizedTest(name = "{0} failed repairs that the customer pays")
  @CsvSource({"0, REPAIR", "1, REPAIR", "2, NONE", "3, NONE"})
  void aPaidRepairIsTriedTwiceAtMost(int failed, String expected) {
    assertThat(decide(Map.of("coverage", "PAID", "failedRepairs", failed))).isEqualTo(expected);
  }

  private String decide(Map<String, Object> deviations) {
    Map<String, Object> facts = facts("COVERED", 0, false, true, 20, 0, "NONE", false);
    facts.putAll(deviations);
    return remedy.decide(facts);
  }

  private static Map<String, Object> facts(
      String coverage,
      int failed,
      boolean ruledOut,
      boolean repairable,
      int percent,
      int days,
      String wish,
      boolean soldOut) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", "SE");
    facts.put("coverage", coverage);
    facts.put("failedRepairs", failed);
    facts.put("repairRuledOut", ruledOut);
    facts.put("repairable", repairable);
    facts.put("costPercent", percent);
    facts.put("leadTimeDays", days);
    facts.put("customerWish", wish);
    facts.put("soldOut", soldOut);
    facts.put("itemLost", false);
    return facts;
  }
}
