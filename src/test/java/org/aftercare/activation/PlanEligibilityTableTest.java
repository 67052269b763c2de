package org.aftercare.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets what is ordered: refused with a reason, looked at by a person, or carried out. */
class PlanEligibilityTableTest {

  private static final List<Boolean> EITHER = List.of(true, false);

  private final DecisionTable table =
      DecisionTable.of("activation/plan-eligibility.dmn", "plan-eligibility");

  @ParameterizedTest
  @CsvSource({
    // kind, sold, runs, reviewed, ordered, active, same service, ranks above, blocked
    "ACTIVATION, true,  false, false, false, false, false,  0, false, ACCEPTED",
    "ACTIVATION, false, false, false, false, false, false,  0, false, UNKNOWN_PLAN",
    "ACTIVATION, false, false, true,  false, false, false,  0, false, UNKNOWN_PLAN",
    "ACTIVATION, true,  false, false, false, true,  false,  0, false, ALREADY_ACTIVE",
    "ACTIVATION, true,  false, false, true,  false, false,  0, false, ALREADY_ORDERED",
    "ACTIVATION, true,  false, false, false, false, false,  0, true,  REFERRED",
    "ACTIVATION, true,  false, true,  false, false, false,  0, true,  ACCEPTED",
    "ACTIVATION, true,  false, true,  false, true,  false,  0, false, ACCEPTED",
    "UPGRADE,    true,  true,  false, false, true,  true,   1, false, ACCEPTED",
    "UPGRADE,    true,  true,  false, false, true,  true,   2, false, ACCEPTED",
    "UPGRADE,    true,  true,  false, false, true,  true,   0, false, ALREADY_ACTIVE",
    "UPGRADE,    true,  true,  false, false, true,  true,  -1, false, NOT_AN_UPGRADE",
    "UPGRADE,    true,  true,  true,  false, true,  true,  -1, false, ACCEPTED",
    "UPGRADE,    true,  true,  false, false, false, false,  0, false, NOT_AN_UPGRADE",
    "UPGRADE,    true,  false, false, false, false, false,  0, false, UNKNOWN_SUBSCRIPTION",
    "UPGRADE,    true,  false, true,  false, false, false,  0, false, UNKNOWN_SUBSCRIPTION",
    "UPGRADE,    false, true,  false, false, false, false,  0, false, UNKNOWN_PLAN",
    "UPGRADE,    true,  true,  false, false, true,  true,   1, true,  REFERRED",
    "UPGRADE,    true,  true,  false, true,  true,  true,   1, true,  ALREADY_ORDERED"
  })
  void decides(
      String kind,
      boolean sold,
      boolean runs,
      boolean reviewed,
      boolean ordered,
      boolean active,
      boolean same,
      int ranks,
      boolean blocked,
      String decision) {
    assertThat(decide(kind, sold, runs, reviewed, ordered, active, same, ranks, blocked))
        .isEqualTo(decision);
  }

  /** No machine refuses somebody for being blocked, and none lets a blocked one pass unseen. */
  @Test
  void beingBlockedIsNeverARefusalByItself() {
    for (String kind : List.of("ACTIVATION", "UPGRADE")) {
      for (boolean sold : EITHER) {
        for (boolean runs : EITHER) {
          for (boolean ordered : EITHER) {
            for (boolean active : EITHER) {
              for (boolean same : EITHER) {
                for (int ranks : List.of(-1, 0, 1)) {
                  String free =
                      decide(kind, sold, runs, false, ordered, active, same, ranks, false);
                  String blocked =
                      decide(kind, sold, runs, false, ordered, active, same, ranks, true);
                  assertThat(blocked).isEqualTo(free.equals("ACCEPTED") ? "REFERRED" : free);
                  assertThat(decide(kind, sold, runs, true, ordered, active, same, ranks, true))
                      .isIn(Set.of("ACCEPTED", "UNKNOWN_PLAN", "UNKNOWN_SUBSCRIPTION"));
                }
              }
            }
          }
        }
      }
    }
  }

  private String decide(
      String kind,
      boolean sold,
      boolean runs,
      boolean reviewed,
      boolean ordered,
      boolean active,
      boolean same,
      int ranks,
      boolean blocked) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", kind);
    facts.put("planSold", sold);
    facts.put("subscriptionRuns", runs);
    facts.put("reviewed", reviewed);
    facts.put("alreadyOrdered", ordered);
    facts.put("serviceActive", active);
    facts.put("sameService", same);
    facts.put("rankDifference", ranks);
    facts.put("blocked", blocked);
    return table.decide(facts);
  }
}
