package org.aftercare.operations;

import java.time.Duration;
import org.aftercare.engine.HouseworkTurns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the steps' times summed up, every few minutes and by one node. */
@Component
class StepTimesTurn {

  private static final Logger LOG = LoggerFactory.getLogger(StepTimesTurn.class);

  /** Shorter than the interval, so that a node does not miss every other turn. */
  private static final Duration TURN = Duration.ofMinutes(4);

  private final StepTimes times;
  private final HouseworkTurns turns;

  StepTimesTurn(StepTimes times, HouseworkTurns turns) {
    this.times = times;
    this.turns = turns;
  }

  @Scheduled(
      fixedDelayString = "${aftercare.operations.step-times-interval:PT5M}",
      initialDelayString = "PT1M")
  void inTurn() {
    if (turns.take("step-times", TURN)) {
      LOG.debug("Steps' times summed up in {} portions", sumUp());
    }
  }

  /** All that has settled, also of a time when no node ran. */
  int sumUp() {
    int portions = 1;
    while (times.sumUpNext()) {
      portions++;
    }
    return portions;
  }
}
