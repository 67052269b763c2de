package org.aftercare.engine;

import java.time.Duration;

/**
 * Implemented by an exception that says that a call was not made at all, to spare a system that
 * fails. It is no failed try of its step: the job comes back later with all the tries it had.
 */
public interface SparedCall extends PassingFault {

  /** When the system is tried again. */
  Duration again();
}
