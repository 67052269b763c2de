package org.aftercare.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's own tables know no statement of this kind, so they are written directly. */
@Component
class JdbcCaseTraces implements CaseTraces {

  /** Under PostgreSQL's and H2's limits of parameters. */
  private static final int AT_ONCE = 500;

  private static final String ROOTS =
      "select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ in (:cases)";

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final TaskService tasks;

  JdbcCaseTraces(JdbcClient jdbc, RuntimeService runtime, TaskService tasks) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @Override
  public Set<String> busy(Set<String> caseNumbers) {
    Set<String> busy = new TreeSet<>();
    for (String caseNumber : caseNumbers) {
      if (runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count() > 0
          || tasks
                  .createTaskQuery()
                  .taskVariableValueEquals(TaskCase.CASE_NUMBER, caseNumber)
                  .count()
              > 0) {
        busy.add(caseNumber);
      }
    }
    return busy;
  }

  @Override
  public void erase(Set<String> caseNumbers) {
    List<String> all = List.copyOf(caseNumbers);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> cases = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      ofProcesses(cases);
      cases.forEach(this::ofTasksOutsideOfProcesses);
      about("update inbox_message set variables = '[]' where case_number in (:cases)", cases);
    }
  }

  private void ofProcesses(List<String> cases) {
    about("delete from ACT_HI_COMMENT where ROOT_PROC_INST_ID_ in (%s)", cases);
    Set<String> contents = new HashSet<>();
    contents.addAll(
        found(
            """
            select CONTENT_ID_ from ACT_HI_ATTACHMENT
            where ROOT_PROC_INST_ID_ in (%s) and CONTENT_ID_ is not null""",
            cases));
    contents.addAll(
        found(
            """
            select JOB_EXCEPTION_STACK_ID_ from ACT_HI_JOB_LOG
            where ROOT_PROC_INST_ID_ in (%s) and JOB_EXCEPTION_STACK_ID_ is not null""",
            cases));
    about("delete from ACT_HI_ATTACHMENT where ROOT_PROC_INST_ID_ in (%s)", cases);
    about(
        """
        update ACT_HI_JOB_LOG set JOB_EXCEPTION_MSG_ = null, JOB_EXCEPTION_STACK_ID_ = null
        where ROOT_PROC_INST_ID_ in (%s)""",
        cases);
    remove(contents);
    about(
        """
        update ACT_HI_INCIDENT set INCIDENT_MSG_ = null, ANNOTATION_ = null
        where ROOT_PROC_INST_ID_ in (%s)""",
        cases);
    about("update ACT_HI_TASKINST set DESCRIPTION_ = null where ROOT_PROC_INST_ID_ in (%s)", cases);
    about(
        """
        update ACT_HI_OP_LOG set ORG_VALUE_ = null, NEW_VALUE_ = null, ANNOTATION_ = null
        where ROOT_PROC_INST_ID_ in (%s)""",
        cases);
    about(
        "update ACT_HI_PROCINST set DELETE_REASON_ = null where ROOT_PROC_INST_ID_ in (%s)", cases);
  }

  /** Tasks about incidents and messages, and those to talk to a customer whose case is over. */
  private void ofTasksOutsideOfProcesses(String caseNumber) {
    List<String> about =
        jdbc.sql(
                """
                select ID_ from ACT_HI_TASKINST
                where PROC_INST_ID_ is null and (NAME_ like :about or DESCRIPTION_ like :about)""")
            .param("about", "%" + caseNumber + "%")
            .query(String.class)
            .list();
    for (String task : about) {
      ofTask("delete from ACT_HI_COMMENT where TASK_ID_ = :task", task);
      List<String> contents =
          jdbc.sql(
                  """
                  select CONTENT_ID_ from ACT_HI_ATTACHMENT
                  where TASK_ID_ = :task and CONTENT_ID_ is not null""")
              .param("task", task)
              .query(String.class)
              .list();
      ofTask("delete from ACT_HI_ATTACHMENT where TASK_ID_ = :task", task);
      remove(new HashSet<>(contents));
      ofTask(
          """
          update ACT_HI_OP_LOG set ORG_VALUE_ = null, NEW_VALUE_ = null, ANNOTATION_ = null
          where TASK_ID_ = :task""",
          task);
    }
  }

  private void about(String sql, List<String> cases) {
    jdbc.sql(sql.formatted(ROOTS)).param("cases", cases).update();
  }

  private List<String> found(String sql, List<String> cases) {
    return jdbc.sql(sql.formatted(ROOTS)).param("cases", cases).query(String.class).list();
  }

  private void ofTask(String sql, String task) {
    jdbc.sql(sql).param("task", task).update();
  }

  private void remove(Set<String> contents) {
    for (String content : contents) {
      jdbc.sql("delete from ACT_GE_BYTEARRAY where ID_ = :id").param("id", content).update();
    }
  }
}
