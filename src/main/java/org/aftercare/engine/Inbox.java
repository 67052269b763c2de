package org.aftercare.engine;

/**
 * Where every message from outside lands before a process sees it. A message that is early waits, a
 * duplicate does nothing, one that nobody awaits ends as a visible dead letter.
 */
public interface Inbox {

  /**
   * Stores a message in the caller's transaction; a relay correlates it afterwards.
   *
   * @return {@code false} when a message with the same source and id was stored before
   */
  boolean accept(InboundMessage message);

  /**
   * Stores a message that no process awaits, in the caller's transaction: it only says what
   * happened. It counts as delivered, and {@link MessageReported} tells it to whoever records it.
   *
   * @return {@code false} when a message with the same source and id was stored before
   */
  boolean report(InboundMessage message);
}
