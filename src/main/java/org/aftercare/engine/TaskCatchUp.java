package org.aftercare.engine;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the tasks that an earlier version left open what new ones get as they are made: their
 * case's number, and a watch on their time.
 */
@Component
class TaskCatchUp implements SmartInitializingSingleton {

  private static final int PAGE = 100;

  private final JdbcClient jdbc;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final JdbcTaskTimes times;
  private final TaskCase taskCase;
  private final StartUpLock lock;
  private final TransactionTemplate transaction;

  TaskCatchUp(
      JdbcClient jdbc,
      TaskService tasks,
      RuntimeService runtime,
      JdbcTaskTimes times,
      TaskCase taskCase,
      StartUpLock lock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.runtime = runtime;
    this.times = times;
    this.taskCase = taskCase;
    this.lock = lock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    lock.alone(
        () -> {
          catchUp();
          return null;
        });
  }

  void catchUp() {
    String after = "";
    while (after != null) {
      String from = after;
      after = transaction.execute(status -> page(from));
    }
  }

  /** The last task of the page, or {@code null} if there was none. */
  private String page(String after) {
    List<String> ids =
        jdbc.sql(
                """
                select T.ID_ from ACT_RU_TASK T
                where T.ID_ > :after
                  and T.DUE_DATE_ is not null
                  and not exists (select 1 from task_time W where W.task_id = T.ID_)
                order by T.ID_
                fetch first :page rows only
                """)
            .param("after", after)
            .param("page", PAGE)
            .query(String.class)
            .list();
    ids.forEach(this::catchUp);
    return ids.isEmpty() ? null : ids.get(ids.size() - 1);
  }

  private void catchUp(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      return;
    }
    String caseNumber = (String) tasks.getVariableLocal(taskId, TaskCase.CASE_NUMBER);
    if (caseNumber == null && task.getProcessInstanceId() != null) {
      caseNumber = caseOf(task);
      taskCase.write((name, value) -> tasks.setVariableLocal(taskId, name, value), caseNumber);
    }
    times.watch(
        taskId,
        caseNumber,
        CalendarDeadlines.country(tasks.getVariable(taskId, CalendarDeadlines.COUNTRY)),
        task.getCreateTime(),
        task.getDueDate());
  }

  private String caseOf(Task task) {
    ProcessInstance process =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    return process == null ? null : process.getBusinessKey();
  }
}
