package org.aftercare.engine;

import java.time.Duration;

/**
 * How long calls to one partner can take at worst. Each adapter contributes a bean; the start fails
 * if a budget does not fit well into the lock of a job, because a job that outlives its lock is run
 * a second time.
 */
public interface RemoteCallBudget {

  /** The partner, for the message that explains a failed start. */
  String name();

  /** Time limit of one HTTP exchange times the tries within one call, with the waits between. */
  Duration worstCase();
}
