package org.aftercare.engine;

import java.time.Duration;

/**
 * How long one step can talk to one partner at worst. Each adapter contributes a bean; the start
 * fails if a budget does not fit well into the lock of a job, because a job that outlives its lock
 * is run a second time.
 */
public interface RemoteCallBudget {

  /** The partner, for the message that explains a failed start. */
  String name();

  /**
   * Asking what became of an earlier attempt, with all its tries and the waits between, and then
   * calling.
   */
  Duration worstCase();
}
