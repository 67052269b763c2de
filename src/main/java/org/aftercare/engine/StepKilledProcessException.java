package org.aftercare.engine;

/** A step has ended the whole process too often; it is not tried again but becomes an incident. */
public class StepKilledProcessException extends RuntimeException implements ExplainedFailure {

  private final int starts;

  /**
   * @param step the step
   * @param starts how often it was started without coming to an outcome
   */
  public StepKilledProcessException(StepKey step, int starts) {
    super(
        "Step %s was started %d times and never came to an outcome; a person must look at it."
            .formatted(step.activityId(), starts));
    this.starts = starts;
  }

  @Override
  public String explanation() {
    return "it was started " + starts + " times and each time the whole process ended";
  }
}
