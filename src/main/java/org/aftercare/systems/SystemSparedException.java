package org.aftercare.systems;

import java.time.Duration;
import org.aftercare.engine.SparedCall;

/** A system was not called, because too many of the last calls to it failed. */
public final class SystemSparedException extends SystemUnavailableException implements SparedCall {

  private final Duration again;

  /**
   * @param again when the system is tried again
   */
  public SystemSparedException(String system, String message, Duration again) {
    super(system, message, null);
    this.again = again;
  }

  @Override
  public Duration again() {
    return again;
  }
}
