package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real time plus what it was moved ahead by, for the product and for the engine alike. How far
 * stands in the database, so that it survives a restart and reaches every node. It only ever goes
 * forward: what has happened stays in the past.
 */
class MovableClock extends Clock implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);
  private static final Duration LONGEST_STEP = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final Clock realTime = Clock.systemUTC();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "clock-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Duration ahead = Duration.ZERO;

  MovableClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void afterPropertiesSet() {
    readAhead();
    watch.scheduleWithFixedDelay(this::readAheadOrWarn, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
  }

  /**
   * Moves the clock of every node.
   *
   * @param step more than nothing, at most 366 days
   * @throws IllegalArgumentException for any other step
   */
  void forward(Duration step) {
    if (step.isNegative() || step.toMillis() == 0 || step.compareTo(LONGEST_STEP) > 0) {
      throw new IllegalArgumentException(
          "The clock moves forward, by at most %d days at once; got %s."
              .formatted(LONGEST_STEP.toDays(), step));
    }
    jdbc.sql("update product_clock set ahead_millis = ahead_millis + :step where id = 1")
        .param("step", step.toMillis())
        .update();
    readAhead();
  }

  /** How far it stands ahead of real time. */
  Duration ahead() {
    return ahead;
  }

  private void readAheadOrWarn() {
    try {
      readAhead();
    } catch (RuntimeException e) {
      LOG.warn("The clock's position could not be read: {}", e.getClass().getName());
    }
  }

  private synchronized void readAhead() {
    Duration stored =
        Duration.ofMillis(
            jdbc.sql("select ahead_millis from product_clock where id = 1")
                .query(Long.class)
                .single());
    if (stored.compareTo(ahead) > 0) {
      ahead = stored;
      ClockUtil.offset(stored.toMillis());
      LOG.info("The clock stands {} ahead of real time", stored);
    }
  }

  @Override
  public Instant instant() {
    return realTime.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return realTime.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    Clock here = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return here.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return here.withZone(other);
      }
    };
  }
}
