package org.aftercare.returns.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which right goods come back: statutory withdrawal, voluntary policy, or none. */
class ReturnRightTableTest {

  private final DecisionTable right = DecisionTable.of("returns/return-right.dmn", "return-right");

  @ParameterizedTest(name = "{0}, {1}, in time {2}, faulty {3}: {4}")
  @CsvSource({
    // the main path and the store's voluntary policy
    "ONLINE, NONE, true, false, WITHDRAWAL",
    "STORE, NONE, true, false, VOLUNTARY",
    // late
    "ONLINE, NONE, false, false, LATE",
    "STORE, NONE, false, false, LATE",
    // excluded goods, wherever they were bought
    "ONLINE, MADE_TO_ORDER, true, false, EXCLUDED",
    "ONLINE, PERISHABLE, true, false, EXCLUDED",
    "ONLINE, UNSEALED_HYGIENE, true, false, EXCLUDED",
    "ONLINE, UNSEALED_MEDIA, true, false, EXCLUDED",
    "ONLINE, DIGITAL_STARTED, true, false, EXCLUDED",
    "STORE, UNSEALED_HYGIENE, true, false, EXCLUDED",
    // excluded and late: what no patience would have mended is the reason
    "ONLINE, MADE_TO_ORDER, false, false, EXCLUDED",
    // faulty goods are a matter of warranty, late or excluded or not
    "ONLINE, NONE, true, true, WARRANTY",
    "ONLINE, NONE, false, true, WARRANTY",
    "ONLINE, UNSEALED_HYGIENE, true, true, WARRANTY",
    "STORE, NONE, false, true, WARRANTY"
  })
  void right(String channel, String exclusion, boolean inTime, boolean defective, String expected) {
    assertThat(decide(facts("SE", channel, exclusion, inTime, defective))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"SE", "NO", "DK", "PL", "DE", "XX"})
  void theRightIsTheSameInEveryCountry(String country) {
    assertThat(decide(facts(country, "ONLINE", "NONE", true, false))).isEqualTo("WITHDRAWAL");
    assertThat(decide(facts(country, "ONLINE", "PERISHABLE", true, false))).isEqualTo("EXCLUDED");
    assertThat(decide(facts(country, "ONLINE", "NONE", false, false))).isEqualTo("LATE");
  }

  @Test
  void nobodyIsRefusedForWhatIsNotKnown() {
    Map<String, Object> facts = facts("SE", "ONLINE", "NONE", true, false);
    facts.put("inTime", null);
    facts.put("exclusion", null);
    facts.put("defective", null);

    assertThat(decide(facts)).isEqualTo("WITHDRAWAL");
  }

  private static Map<String, Object> facts(
      String country, String channel, String exclusion, boolean inTime, boolean defective) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", country);
    facts.put("noticeOn", "2026-11-22");
    facts.put("channel", channel);
    facts.put("exclusion", exclusion);
    facts.put("inTime", inTime);
    facts.put("defective", defective);
    return facts;
  }

  private String decide(Map<String, Object> facts) {
    return right.decide(facts);
  }
}
