package org.aftercare.engine;

/** A step has ended the whole process too often; it is not tried again but becomes an incident. */
public class StepKilledProcessException extends RuntimeException {

  public StepKilledProcessException(StepKey step, int attempts) {
    super(
        "Step %s was started %d times and never came to an outcome; a person must look at it."
            .formatted(step.activityId(), attempts));
  }
}
