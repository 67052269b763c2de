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

  /** What no person can change. */
  private static final Set<String> STANDS =
      Set.of("UNKNOWN_PLAN", "UNKNOWN_SUBSCRIPTION", "ALREADY_ORDERED");

  private final DecisionTable table =
      DecisionTable.of("activation/plan-eligibility.dmn", "plan-eligibility");

  @ParameterizedTest
  @CsvSource({
    // kind, sold, runs, overruled, ordered, active, same service, ranks above, blocked, block
    // reviewed
    "ACTIVATION, true,  false, NONE, false, false, false,  0, false, false, ACCEPTED",
    "ACTIVATION, false, false, NONE, false, false, false,  0, false, false, UNKNOWN_PLAN",
    "ACTIVATION, false, false, UNKNOWN_PLAN, false, false, false,  0, false, false, UNKNOWN_PLAN",
    "ACTIVATION, true,  false, NONE, false, true,  false,  0, false, false, ALREADY_ACTIVE",
    "ACTIVATION, true,  false, NONE, true,  false, false,  0, false, false, ALREADY_ORDERED",
    "ACTIVATION, true,  false, NONE, false, false, false,  0, true,  false, REFERRED",
    "ACTIVATION, true,  false, NONE, false, false, false,  0, true,  true,  ACCEPTED",
    "ACTIVATION, true,  false, ALREADY_ACTIVE, false, true,  false,  0, false, false, ACCEPTED",
    "UPGRADE,    true,  true,  NONE, false, true,  true,   1, false, false, ACCEPTED",
    "UPGRADE,    true,  true,  NONE, false, true,  true,   2, false, false, ACCEPTED",
    "UPGRADE,    true,  true,  NONE, false, true,  true,   0, false, false, ALREADY_ACTIVE",
    "UPGRADE,    true,  true,  NONE, false, true,  true,  -1, false, false, NOT_AN_UPGRADE",
    "UPGRADE,    true,  true,  NOT_AN_UPGRADE, false, true,  true,  -1, false, false, ACCEPTED",
    "UPGRADE,    true,  true,  NOT_AN_UPGRADE, false, true,  false,  0, false, false, ACCEPTED",
    "UPGRADE,    true,  true,  ALREADY_ACTIVE, false, true,  true,   0, false, false, ACCEPTED",
    "UPGRADE,    true,  true,  NONE, false, false, false,  0, false, false, NOT_AN_UPGRADE",
    "UPGRADE,    true,  false, NONE, false, false, false,  0, false, false, UNKNOWN_SUBSCRIPTION",
    "UPGRADE,    true,  false, UNKNOWN_SUBSCRIPTION, false, false, false,  0, false, false, UNKNOWN_SUBSCRIPTION",
    "UPGRADE,    false, true,  NONE, false, false, false,  0, false, false, UNKNOWN_PLAN",
    "UPGRADE,    true,  true,  NONE, false, true,  true,   1, true,  false, REFERRED",
    "UPGRADE,    true,  true,  NONE, true,  true,  true,   1, true,  false, ALREADY_ORDERED",
    // nobody overrules another order that is under way
    "ACTIVATION, true,  false, ALREADY_ORDERED, true,  false, false,  0, false, false, ALREADY_ORDERED",
    "ACTIVATION, true,  false, NONE, true,  false, false,  0, true,  true,  ALREADY_ORDERED",
    "ACTIVATION, true,  false, ALREADY_ACTIVE, true,  true,  false,  0, false, false, ALREADY_ORDERED",
    // a block is looked at, whatever else was overruled
    "ACTIVATION, true,  false, ALREADY_ACTIVE, false, true,  false,  0, true,  false, REFERRED",
    "ACTIVATION, true,  false, ALREADY_ACTIVE, false, true,  false,  0, true,  true,  ACCEPTED",
    "UPGRADE,    true,  true,  NOT_AN_UPGRADE, false, true,  true,  -1, true,  false, REFERRED",
    "UPGRADE,    true,  true,  NOT_AN_UPGRADE, false, true,  true,  -1, true,  true,  ACCEPTED",
    // what has come up since the person looked
    "ACTIVATION, true,  false, NONE, false, true,  false,  0, true,  true,  ALREADY_ACTIVE",
    "ACTIVATION, true,  false, ALREADY_ORDERED, false, true,  false,  0, false, false, ALREADY_ACTIVE",
    "UPGRADE,    true,  true,  NONE, false, true,  true,   0, true,  true,  ALREADY_ACTIVE",
    "UPGRADE,    true,  true,  NONE, false, true,  true,  -1, true,  true,  NOT_AN_UPGRADE"
  })
  void decides(
      String kind,
      boolean sold,
      boolean runs,
      String overruled,
      boolean ordered,
      boolean active,
      boolean same,
      int ranks,
      boolean blocked,
      boolean blockOverruled,
      String decision) {
    assertThat(
            decide(
                kind, sold, runs, overruled, ordered, active, same, ranks, blocked, blockOverruled))
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
                      decide(kind, sold, runs, "NONE", ordered, active, same, ranks, false, false);
                  String blocked =
                      decide(kind, sold, runs, "NONE", ordered, active, same, ranks, true, false);
                  assertThat(blocked).isEqualTo(free.equals("ACCEPTED") ? "REFERRED" : free);
                  assertThat(
                          decide(kind, sold, runs, free, ordered, active, same, ranks, true, false))
                      .as("a person has overruled something else")
                      .isEqualTo(STANDS.contains(free) ? free : "REFERRED");
                  assertThat(
                          decide(kind, sold, runs, free, ordered, active, same, ranks, true, true))
                      .as("a person has overruled that, too")
                      .isEqualTo(STANDS.contains(free) ? free : "ACCEPTED");
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
      String overruled,
      boolean ordered,
      boolean active,
      boolean same,
      int ranks,
      boolean blocked,
      boolean blockOverruled) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", kind);
    facts.put("planSold", sold);
    facts.put("subscriptionRuns", runs);
    facts.put("reasonOverruled", overruled);
    facts.put("alreadyOrdered", ordered);
    facts.put("serviceActive", active);
    facts.put("sameService", same);
    facts.put("rankDifference", ranks);
    facts.put("blocked", blocked);
    facts.put("blockOverruled", blockOverruled);
    return table.decide(facts);
  }
}
