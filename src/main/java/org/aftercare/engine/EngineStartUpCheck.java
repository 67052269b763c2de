package org.aftercare.engine;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.stereotype.Component;

/**
 * Refuses a start whose settings contradict each other, before the first job runs: a job that
 * outlives its lock runs twice, and a step that waits for a second connection may wait for ever.
 */
@Component
class EngineStartUpCheck implements SmartInitializingSingleton {

  private final EngineProperties properties;
  private final CamundaBpmProperties camunda;
  private final ObjectProvider<JobExecutor> jobExecutor;
  private final ObjectProvider<RemoteCallBudget> budgets;
  private final DataSource dataSource;

  EngineStartUpCheck(
      EngineProperties properties,
      CamundaBpmProperties camunda,
      ObjectProvider<JobExecutor> jobExecutor,
      ObjectProvider<RemoteCallBudget> budgets,
      DataSource dataSource) {
    this.properties = properties;
    this.camunda = camunda;
    this.jobExecutor = jobExecutor;
    this.budgets = budgets;
    this.dataSource = dataSource;
  }

  @Override
  public void afterSingletonsInstantiated() {
    JobExecutor jobs = jobExecutor.getIfAvailable();
    if (jobs == null) {
      return;
    }
    checkBudgets(
        Duration.ofMillis(jobs.getLockTimeInMillis()),
        properties.remoteCalls().lease(),
        budgets.stream().toList());
    HikariDataSource pool =
        DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
    if (pool != null) {
      checkPool(
          pool.getMaximumPoolSize(),
          camunda.getJobExecution().getMaxPoolSize(),
          properties.otherConnections());
    }
  }

  static void checkBudgets(Duration lock, Duration lease, List<RemoteCallBudget> budgets) {
    for (RemoteCallBudget budget : budgets) {
      if (budget.worstCase().multipliedBy(3).compareTo(lock) >= 0) {
        throw new EngineMisconfiguredException(
            "Asking and calling '%s' may take %s, which is not under a third of the job lock of %s."
                .formatted(budget.name(), budget.worstCase(), lock),
            "Lower the time limit or the tries of '%s', or raise camunda.bpm.job-execution.lock-time-in-millis."
                .formatted(budget.name()));
      }
      if (budget.worstCase().compareTo(lease) >= 0) {
        throw new EngineMisconfiguredException(
            "Asking and calling '%s' may take %s, but an attempt holds its step for only %s."
                .formatted(budget.name(), budget.worstCase(), lease),
            "Lower the time limit of '%s', or raise aftercare.engine.remote-calls.lease."
                .formatted(budget.name()));
      }
    }
    if (lease.compareTo(lock) > 0) {
      throw new EngineMisconfiguredException(
          "A remote call's lease of %s is longer than the job lock of %s.".formatted(lease, lock),
          "Lower aftercare.engine.remote-calls.lease, or raise camunda.bpm.job-execution.lock-time-in-millis.");
    }
  }

  /** A job holds one connection, and a second one while it records an attempt. */
  static void checkPool(int poolSize, int jobThreads, int otherConnections) {
    int needed = jobThreads * 2 + otherConnections;
    if (poolSize <= needed) {
      throw new EngineMisconfiguredException(
          "The connection pool has %d connections; %d job threads with two each and %d for everything else need more than %d."
              .formatted(poolSize, jobThreads, otherConnections, needed),
          "Raise spring.datasource.hikari.maximum-pool-size, or lower camunda.bpm.job-execution.max-pool-size or aftercare.engine.other-connections.");
    }
  }
}
