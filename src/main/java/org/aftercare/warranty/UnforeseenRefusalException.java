package org.aftercare.warranty;

/**
 * Another system refused for a reason that no model foresees. It becomes an incident: operations
 * settle the reason with the system's people.
 */
class UnforeseenRefusalException extends RuntimeException {

  UnforeseenRefusalException(String system, String refusal) {
    super(
        "The system '%s' refused with %s, which the process has no way for; settle it with the system's people, then retry."
            .formatted(system, refusal));
  }
}
