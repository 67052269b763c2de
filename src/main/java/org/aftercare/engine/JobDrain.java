package org.aftercare.engine;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Ends this node's work on steps when it stops: no step is begun any more, those under way come to
 * their end, and what the node had only put aside goes to the other nodes at once. The engine by
 * itself goes on taking steps until its pool is torn down, and leaves those put aside locked for
 * the lock's whole time.
 */
@Component
class JobDrain implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(JobDrain.class);
  private static final long LOOK_MILLIS = 50;

  /** To say what did not end, and to hand over. */
  private static final Duration REPORT = Duration.ofSeconds(1);

  private final ObjectProvider<JobExecutor> executors;
  private final ProcessEngineConfigurationImpl engine;
  private final JdbcClient jdbc;
  private final Duration limit;
  private volatile boolean running;

  JobDrain(
      ObjectProvider<JobExecutor> executors,
      ProcessEngineConfigurationImpl engine,
      JdbcClient jdbc,
      EngineProperties properties,
      ObjectProvider<DefaultLifecycleProcessor> lifecycle) {
    this.executors = executors;
    this.engine = engine;
    this.jdbc = jdbc;
    this.limit = properties.drain();
    // Steps may take longer to end than anything else that stops.
    lifecycle.ifAvailable(
        stopping -> stopping.setTimeoutForShutdownPhase(getPhase(), limit.plus(REPORT).toMillis()));
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void stop() {
    running = false;
    executors.ifAvailable(this::drain);
  }

  /** Beside the relays, which stop in the same time; the web server stops after them. */
  @Override
  public void stop(Runnable stopped) {
    Thread drain =
        new Thread(
            () -> {
              try {
                stop();
              } finally {
                stopped.run();
              }
            },
            "job-drain");
    drain.setDaemon(true);
    drain.start();
  }

  private void drain(JobExecutor jobs) {
    long began = System.nanoTime();
    // From here on a thread that ends its step gives back the others it had put aside.
    jobs.shutdown();
    if (!(jobs instanceof SpringJobExecutor spring)
        || !(spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool)) {
      return;
    }
    int underWay = pool.getActiveCount();
    if (!isIdleInTime(pool, began)) {
      LOG.warn(
          "{} steps have not ended within {}. Another node takes them up when their locks end.",
          pool.getActiveCount(),
          limit);
      return;
    }
    int handedOver;
    try {
      handedOver = handOver(jobs.getLockOwner());
    } catch (DataAccessException noDatabase) {
      LOG.warn("Steps that were not begun stay locked for a while: the database does not answer.");
      return;
    }
    LOG.info(
        "No step is under way any more: {} ended within {} ms, {} were handed over.",
        underWay,
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        handedOver);
  }

  private boolean isIdleInTime(ThreadPoolTaskExecutor pool, long began) {
    while (pool.getActiveCount() > 0 || pool.getQueueSize() > 0) {
      if (System.nanoTime() - began > limit.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Nothing of this node runs, so that whatever it still holds has not been begun. */
  private int handOver(String owner) {
    List<String> held =
        jdbc.sql("select ID_ from ACT_RU_JOB where LOCK_OWNER_ = :owner")
            .param("owner", owner)
            .query(String.class)
            .list();
    int handedOver = 0;
    for (String job : held) {
      try {
        engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(job));
        handedOver++;
      } catch (ProcessEngineException goneOrTaken) {
        // A request that is still answered may have ended it; the others are handed over all the
        // same.
        LOG.debug("Job {} has moved on by itself.", job, goneOrTaken);
      }
    }
    return handedOver;
  }
}
