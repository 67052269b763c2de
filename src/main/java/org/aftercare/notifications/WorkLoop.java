package org.aftercare.notifications;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that works until nothing is left, whenever it is woken and at every poll. Being woken
 * many times costs one look.
 */
final class WorkLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
  private static final int SECONDS_TO_END = 18;

  private final String name;
  private final IntSupplier work;
  private final ScheduledExecutorService executor;
  private final AtomicBoolean woken = new AtomicBoolean();

  /**
   * @param work does a part and says how much; 0 means that nothing is left
   */
  WorkLoop(String name, Duration pollInterval, IntSupplier work) {
    this.name = name;
    this.work = work;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.scheduleWithFixedDelay(
        this::workUntilDone, 0, pollInterval.toMillis(), TimeUnit.MILLISECONDS);
  }

  void wake() {
    if (woken.compareAndSet(false, true)) {
      try {
        executor.execute(
            () -> {
              woken.set(false);
              workUntilDone();
            });
      } catch (RejectedExecutionException e) {
        LOG.debug("{} has stopped; another node or the next start takes over.", name, e);
      }
    }
  }

  private void workUntilDone() {
    try {
      while (!executor.isShutdown() && work.getAsInt() > 0) {
        LOG.trace("{} goes on.", name);
      }
    } catch (RuntimeException | Error e) {
      // It would end the schedule without a word; the database may be back at the next poll.
      LOG.warn("{} stopped in the middle and tries again at the next poll.", name, e);
    }
  }

  void beginNothingMore() {
    executor.shutdown();
  }

  /** Ends after the part in hand. */
  @Override
  public void close() {
    beginNothingMore();
    try {
      if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
