package org.aftercare.cases;

import java.time.Duration;
import java.util.Optional;

/**
 * Limits of time that are told as they draw near or have passed. Every node looks for them again
 * and again, and tells each in a transaction of its own.
 */
public interface Escalation {

  /**
   * Takes the limit that has waited longest and that no other node is at, and holds it until the
   * caller's transaction ends.
   *
   * @return empty if none is to be told now
   */
  Optional<? extends Limit> next();

  /** One limit; both methods join their caller's transaction. */
  interface Limit {

    /** How the log names it. */
    String title();

    /** Tells whom it concerns, each once. */
    void escalate();

    /** Lets others pass before one that could not be told. */
    void postpone(Duration by);
  }
}
