package org.aftercare.operations;

import java.util.List;
import org.aftercare.engine.StartUpLock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds to the engine's table of process instances the indexes that it lacks for finding those of
 * one end (ADR 100). Flyway cannot: the engine makes its tables after our migrations have run.
 */
@Component
class HistoryIndexes implements InitializingBean {

  private static final List<String> MISSING =
      List.of(
          """
          create index if not exists aftercare_hi_procinst_end
          on act_hi_procinst (proc_def_id_, end_act_id_, end_time_)""",
          """
          create index if not exists aftercare_hi_procinst_state
          on act_hi_procinst (proc_def_id_, state_, end_time_)""");

  private final JdbcClient jdbc;
  private final StartUpLock lock;

  /**
   * @param engine has made its tables
   */
  HistoryIndexes(JdbcClient jdbc, StartUpLock lock, ProcessEngine engine) {
    this.jdbc = jdbc;
    this.lock = lock;
  }

  @Override
  public void afterPropertiesSet() {
    lock.alone(
        () -> {
          MISSING.forEach(index -> jdbc.sql(index).update());
          return null;
        });
  }
}
