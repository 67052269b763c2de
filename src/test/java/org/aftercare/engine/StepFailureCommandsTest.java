package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepFailureCommandsTest {

  @AfterEach
  void realTime() {
    ClockUtil.reset();
  }

  @Test
  void aHoldInRealTimeIsWaitedForHoweverFarTheEnginesClockStandsAhead() {
    ClockUtil.offset(Duration.ofDays(30).toMillis());

    Instant due = StepFailureCommands.inEnginesTime(Instant.now().plusSeconds(40)).toInstant();

    Instant enginesNow = ClockUtil.getCurrentTime().toInstant();
    assertThat(due).isBetween(enginesNow.plusSeconds(30), enginesNow.plusSeconds(40));
  }

  @Test
  void aHoldThatHasEndedIsOverNow() {
    assertThat(StepFailureCommands.inEnginesTime(Instant.now().minusSeconds(5)).toInstant())
        .isBeforeOrEqualTo(ClockUtil.getCurrentTime().toInstant());
  }
}
