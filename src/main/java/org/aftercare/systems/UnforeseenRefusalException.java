package org.aftercare.systems;

import org.aftercare.engine.ExplainedFailure;

/**
 * Another system refused for a reason that no model foresees. It becomes an incident: operations
 * settle the reason with the system's people.
 */
public class UnforeseenRefusalException extends RuntimeException implements ExplainedFailure {

  public UnforeseenRefusalException(String system, String refusal) {
    super("%s refused with %s, which the process has no way for".formatted(system, refusal));
  }

  @Override
  public String explanation() {
    return getMessage();
  }

  /**
   * Passes a refusal that the caller has a way for.
   *
   * @throws UnforeseenRefusalException for any other
   */
  public static void unless(String system, String refusal, String foreseen) {
    if (!foreseen.equals(refusal)) {
      throw new UnforeseenRefusalException(system, refusal);
    }
  }
}
