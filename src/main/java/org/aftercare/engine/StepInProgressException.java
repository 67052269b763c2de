package org.aftercare.engine;

import java.time.Instant;

/** Another node is at this step's remote call; the job waits without losing a try. */
class StepInProgressException extends RuntimeException {

  private final Instant until;

  StepInProgressException(StepKey step, Instant until) {
    super("Step %s is being made elsewhere until %s.".formatted(step.activityId(), until));
    this.until = until;
  }

  /** When the other attempt's hold ends, in real time. */
  Instant until() {
    return until;
  }
}
