package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what served its time: rows of calls and messages that nobody can repeat any more, and
 * ended tasks about incidents, which belong to no process and so escape the engine's own cleanup.
 */
@Component
class Housekeeping implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration INTERVAL = Duration.ofHours(1);

  /** Shorter than the interval, or the timer's jitter would have a node miss every other turn. */
  private static final Duration TURN = Duration.ofMinutes(50);

  private final JdbcClient jdbc;
  private final HistoryService history;
  private final Clock clock;
  private final EngineProperties.KeepSettings keep;
  private final HouseworkTurns turns;
  private ScheduledExecutorService timer;

  Housekeeping(
      JdbcClient jdbc,
      HistoryService history,
      Clock clock,
      EngineProperties properties,
      HouseworkTurns turns) {
    this.jdbc = jdbc;
    this.history = history;
    this.clock = clock;
    this.keep = properties.keep();
    this.turns = turns;
  }

  @Override
  public synchronized void start() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "engine-housekeeping");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(
        this::cleanUpOrWarn, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  private void cleanUpOrWarn() {
    try {
      if (turns.take("engine", TURN)) {
        cleanUp();
      }
    } catch (RuntimeException e) {
      LOG.warn("Old rows could not be removed: {}", e.getClass().getName());
    }
  }

  void cleanUp() {
    // What became of the others is not known; a try after all that time must still ask.
    delete(
        """
        delete from remote_call where idempotency_key in (
          select idempotency_key from remote_call
          where state in ('ANSWERED', 'REFUSED') and last_at < :before
          order by last_at limit :batch)""",
        keep.calls());
    delete(messages("DELIVERED"), keep.messages());
    delete(messages("DISCARDED"), keep.messages());
    delete(messages("DEAD"), keep.deadLetters());
    HouseworkTurns.inParts(this::removeEndedTasks);
  }

  private static String messages(String state) {
    return """
        delete from inbox_message where (source, message_id) in (
          select source, message_id from inbox_message
          where state = '%s' and settled_at < :before
          order by settled_at limit :batch)"""
        .formatted(state);
  }

  private int removeEndedTasks() {
    List<String> ended =
        jdbc.sql(
                """
                select ID_ from ACT_HI_TASKINST
                where (ID_ like 'incident-%' or ID_ like 'message-%' or ID_ like 'human-%')
                  and END_TIME_ < :before
                limit :batch""")
            .param("before", Date.from(clock.instant().minus(keep.calls())))
            .param("batch", HouseworkTurns.BATCH)
            .query(String.class)
            .list();
    ended.forEach(history::deleteHistoricTaskInstance);
    return ended.size();
  }

  private void delete(String sql, Duration age) {
    OffsetDateTime before = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    HouseworkTurns.inParts(
        () -> jdbc.sql(sql).param("before", before).param("batch", HouseworkTurns.BATCH).update());
  }
}
