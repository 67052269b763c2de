package org.aftercare.engine;

import java.util.Optional;
import java.util.Set;

/** What the processes of a case wait for. */
public interface AwaitedMessages {

  /** The names of all messages that one of the case's process instances would take now. */
  Set<String> of(String caseNumber);

  /**
   * Names one wait for a message: when the case waits for the same message once more, that is
   * another wait with another name.
   *
   * @return empty if the case does not wait for the message now
   */
  Optional<String> wait(String caseNumber, String message);
}
