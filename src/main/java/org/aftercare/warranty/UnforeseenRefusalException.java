package org.aftercare.warranty;

import org.aftercare.engine.ExplainedFailure;

/**
 * Another system refused for a reason that no model foresees. It becomes an incident: operations
 * settle the reason with the system's people.
 */
class UnforeseenRefusalException extends RuntimeException implements ExplainedFailure {

  UnforeseenRefusalException(String system, String refusal) {
    super("%s refused with %s, which the process has no way for".formatted(system, refusal));
  }

  @Override
  public String explanation() {
    return getMessage();
  }
}
