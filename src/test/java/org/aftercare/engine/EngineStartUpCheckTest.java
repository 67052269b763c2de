package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class EngineStartUpCheckTest {

  private static final Duration LOCK = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofSeconds(45);

  @Test
  void aBudgetUnderAThirdOfTheLockIsFine() {
    assertThatCode(() -> check(LOCK, LEASE, budget("parts", 19))).doesNotThrowAnyException();
  }

  @Test
  void aBudgetOfAThirdOfTheLockStopsTheStartAndNamesThePartner() {
    assertThatThrownBy(() -> check(LOCK, LEASE, budget("crm", 5), budget("parts", 20)))
        .isInstanceOf(EngineMisconfiguredException.class)
        .hasMessageContaining("parts")
        .hasMessageContaining("PT20S")
        .hasMessageContaining("PT1M");
  }

  @Test
  void aBudgetThatOutlivesTheHoldStopsTheStart() {
    assertThatThrownBy(() -> check(LOCK, Duration.ofSeconds(10), budget("parts", 10)))
        .isInstanceOf(EngineMisconfiguredException.class)
        .hasMessageContaining("holds its step");
  }

  @Test
  void aHoldThatOutlivesTheLockStopsTheStart() {
    assertThatThrownBy(() -> check(LOCK, Duration.ofSeconds(61)))
        .isInstanceOf(EngineMisconfiguredException.class)
        .hasMessageContaining("lease");
  }

  @Test
  void thePoolMustHoldTwoConnectionsForEachJobAndTheRest() {
    assertThatCode(() -> EngineStartUpCheck.checkPool(29, 8, 12)).doesNotThrowAnyException();
    assertThatThrownBy(() -> EngineStartUpCheck.checkPool(28, 8, 12))
        .isInstanceOf(EngineMisconfiguredException.class)
        .hasMessageContaining("28 connections");
  }

  @Test
  void theFailureSaysHowToMendIt() {
    EngineMisconfiguredException failure =
        new EngineMisconfiguredException("The pool is too small.", "Make it bigger.");

    FailureAnalysis analysis =
        new EngineMisconfiguredAnalyzer().analyze(new RuntimeException(failure));

    assertThat(analysis.getDescription()).isEqualTo("The pool is too small.");
    assertThat(analysis.getAction()).isEqualTo("Make it bigger.");
  }

  private static void check(Duration lock, Duration lease, RemoteCallBudget... budgets) {
    EngineStartUpCheck.checkBudgets(lock, lease, List.of(budgets));
  }

  private static RemoteCallBudget budget(String name, int seconds) {
    return new RemoteCallBudget() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Duration worstCase() {
        return Duration.ofSeconds(seconds);
      }
    };
  }
}
