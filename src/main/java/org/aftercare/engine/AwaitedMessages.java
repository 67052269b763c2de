package org.aftercare.engine;

import java.util.Set;

/** What the processes of a case wait for. */
public interface AwaitedMessages {

  /** The names of all messages that one of the case's process instances would take now. */
  Set<String> of(String caseNumber);
}
