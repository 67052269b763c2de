package org.aftercare.engine;

import java.util.Objects;

/**
 * Names one business attempt of one remote step of one process instance. It stays the same however
 * often the engine retries the step, so that a partner can recognise a repeated call.
 *
 * @param processInstanceId the instance that runs the step
 * @param activityId the step's element id in the model
 * @param attempt the business attempt, from 1: a second appointment after a missed one is attempt 2
 */
public record StepKey(String processInstanceId, String activityId, int attempt) {

  public StepKey {
    Objects.requireNonNull(processInstanceId, "processInstanceId");
    Objects.requireNonNull(activityId, "activityId");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be 1 or more, was " + attempt);
    }
  }

  /** The key as it is sent to a partner: at most 200 characters, no personal data. */
  public String idempotencyKey() {
    return step() + ":" + attempt;
  }

  /** What the keys of all attempts at the step begin with. */
  String step() {
    return processInstanceId + ":" + activityId;
  }

  /**
   * The same step's key of another business attempt.
   *
   * @param number from 1
   */
  public StepKey attempt(int number) {
    return new StepKey(processInstanceId, activityId, number);
  }
}
