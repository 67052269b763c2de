package org.aftercare.engine;

import java.time.Instant;
import java.util.List;

/** Messages that no process took. For operations. */
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
   * Lets a dead letter wait once more, for the whole time to live.
   *
   * @return {@code false} when no dead letter has this source and id
   */
  boolean tryAgain(String source, String id);

  /**
   * @param source who sent the message
   * @param id the sender's id of it
   * @param name its name in the models
   * @param caseNumber the case it was for
   * @param receivedAt when it came
   * @param deadSince when it was given up
   * @param reason see {@link MessageDead#reason()}
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
