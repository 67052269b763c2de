package org.aftercare.systems;

import org.aftercare.engine.ExplainedFailure;

/**
 * Another system did not answer, answered too late, or answered what its contract does not know.
 */
public class SystemUnavailableException extends RuntimeException implements ExplainedFailure {

  private final String system;

  /**
   * @param system the system's name
   * @param message what was wrong, for operations; nothing of a request or reply
   */
  public SystemUnavailableException(String system, String message, Throwable cause) {
    super(system + ": " + message, cause);
    this.system = system;
  }

  /** The system's name, for example {@code parts}. */
  public String system() {
    return system;
  }

  @Override
  public String explanation() {
    return getMessage();
  }
}
