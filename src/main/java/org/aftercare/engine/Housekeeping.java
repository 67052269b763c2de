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

  private final JdbcClient jdbc;
  private final HistoryService history;
  private final Clock clock;
  private final EngineProperties.KeepSettings keep;
  private ScheduledExecutorService timer;

  Housekeeping(JdbcClient jdbc, HistoryService history, Clock clock, EngineProperties properties) {
    this.jdbc = jdbc;
    this.history = history;
    this.clock = clock;
    this.keep = properties.keep();
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
      cleanUp();
    } catch (RuntimeException e) {
      LOG.warn("Old rows could not be removed: {}", e.getClass().getName());
    }
  }

  void cleanUp() {
    delete("delete from remote_call where last_at < :before", keep.calls());
    delete(
        "delete from inbox_message where state = 'DELIVERED' and settled_at < :before",
        keep.messages());
    delete(
        "delete from inbox_message where state = 'DEAD' and settled_at < :before",
        keep.deadLetters());
    List<String> ended =
        jdbc.sql(
                "select ID_ from ACT_HI_TASKINST where ID_ like 'incident-%' and END_TIME_ < :before")
            .param("before", Date.from(clock.instant().minus(keep.calls())))
            .query(String.class)
            .list();
    ended.forEach(history::deleteHistoricTaskInstance);
  }

  private void delete(String sql, Duration age) {
    OffsetDateTime before = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    jdbc.sql(sql).param("before", before).update();
  }
}
