package org.aftercare.engine;

import java.time.Instant;
import java.util.List;

/**
 * Messages that no process took, and those that keep failing and that operations have a task about.
 * For operations.
 */
public interface DeadLetters {

  /**
   * The dead letters, latest first.
   *
   * @param offset how many to leave out, from 0
   * @param limit how many to return at most, 1 to 200
   */
  List<DeadLetter> page(int offset, int limit);

  /** How many there are. */
  long count();

  /**
   * Lets a dead letter wait once more, for the whole time to live. Its task is over.
   *
   * @return {@code false} when no dead letter has this source and id
   */
  boolean tryAgain(String source, String id);

  /**
   * Gives a dead letter up for good: nobody needs it any more. Its task is over.
   *
   * @return {@code false} when no dead letter has this source and id
   */
  boolean discard(String source, String id);

  /**
   * @param source who sent the message
   * @param id the sender's id of it
   * @param name its name in the models
   * @param caseNumber the case it was for
   * @param receivedAt when it came
   * @param deadSince when it was given up; {@code null} while it is still tried
   * @param reason see {@link MessageDead#reason()}, or why the last try failed
   * @param tries how often it was offered to the engine
   */
  record DeadLetter(
      String source,
      String id,
      String name,
      String caseNumber,
      Instant receivedAt,
      Instant deadSince,
      String reason,
      int tries) {}
}
