package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has old rows removed by one node at a time and in small parts, so that neither locks nor the
 * database's log grow with what has gathered.
 */
@Component
public class HouseworkTurns {

  /** How many rows one statement, and so one transaction, removes. */
  public static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  HouseworkTurns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes the turn at a work, unless another node has had it within the interval.
   *
   * @param work a row of the table {@code housekeeping}
   */
  public boolean take(String work, Duration interval) {
    Instant now = clock.instant();
    return jdbc.sql("update housekeeping set due_at = :next where work = :work and due_at <= :now")
            .param("next", now.plus(interval).atOffset(ZoneOffset.UTC))
            .param("work", work)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /**
   * Removes part after part until one is not full.
   *
   * @param part removes at most {@link #BATCH} and says how many
   */
  public static void inParts(IntSupplier part) {
    int removed;
    do {
      removed = part.getAsInt();
    } while (removed >= BATCH);
  }
}
