package org.aftercare.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's own tables know no statement of this kind, so they are written directly. */
@Component
class JdbcCaseTraces implements CaseTraces {

  /** Under PostgreSQL's and H2's limits of parameters. */
  private static final int AT_ONCE = 500;

  /** Why a task ended, where no person has said it. */
  private static final List<String> REASONS_OF_THE_ENGINE = List.of("completed", "deleted");

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
      ofTasksOutsideOfProcesses(cases);
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
    forgetReasons(cases);
    about(
        "update ACT_HI_PROCINST set DELETE_REASON_ = null where ROOT_PROC_INST_ID_ in (%s)", cases);
  }

  /** Tasks about incidents and messages, and those to talk to a customer whose case is over. */
  private void ofTasksOutsideOfProcesses(List<String> cases) {
    Map<String, List<String>> tasksOfCases = tasksOutsideOfProcesses(cases);
    tasksOfCases.forEach(
        (caseNumber, tasks) -> {
          for (int from = 0; from < tasks.size(); from += AT_ONCE) {
            clear(caseNumber, tasks.subList(from, Math.min(tasks.size(), from + AT_ONCE)));
          }
        });
  }

  /**
   * The engine knows of no case here: history has no variables, so only the texts tell. One pass
   * for all cases, and over these few tasks alone.
   */
  private Map<String, List<String>> tasksOutsideOfProcesses(List<String> cases) {
    Map<String, String> sought = new HashMap<>();
    cases.forEach(caseNumber -> sought.put("about" + sought.size(), caseNumber));
    String told =
        sought.keySet().stream()
            .map("position(:%s in TEXT_) > 0"::formatted)
            .collect(Collectors.joining(" or "));
    Map<String, List<String>> found = new HashMap<>();
    jdbc.sql(
            """
            select ID_, TEXT_ from (
              select ID_, coalesce(NAME_, '') || ' ' || coalesce(DESCRIPTION_, '') as TEXT_
              from ACT_HI_TASKINST where PROC_INST_ID_ is null) T
            where\s"""
                + told)
        .params(sought)
        .query(
            row -> {
              String text = row.getString(2);
              String caseNumber = cases.stream().filter(text::contains).findFirst().orElseThrow();
              found.computeIfAbsent(caseNumber, any -> new ArrayList<>()).add(row.getString(1));
            });
    return found;
  }

  /** Their names quote what failed. */
  private void clear(String caseNumber, List<String> tasks) {
    jdbc.sql(
            """
            update ACT_HI_TASKINST set NAME_ = :name, DESCRIPTION_ = null
            where ID_ in (:tasks)""")
        .param("name", caseNumber)
        .param("tasks", tasks)
        .update();
    ofTasks("delete from ACT_HI_COMMENT where TASK_ID_ in (:tasks)", tasks);
    List<String> contents =
        jdbc.sql(
                """
                select CONTENT_ID_ from ACT_HI_ATTACHMENT
                where TASK_ID_ in (:tasks) and CONTENT_ID_ is not null""")
            .param("tasks", tasks)
            .query(String.class)
            .list();
    ofTasks("delete from ACT_HI_ATTACHMENT where TASK_ID_ in (:tasks)", tasks);
    remove(new HashSet<>(contents));
    ofTasks(
        """
        update ACT_HI_OP_LOG set ORG_VALUE_ = null, NEW_VALUE_ = null, ANNOTATION_ = null
        where TASK_ID_ in (:tasks)""",
        tasks);
  }

  private void forgetReasons(List<String> cases) {
    jdbc.sql(
            """
            update ACT_HI_TASKINST set DELETE_REASON_ = null
            where ROOT_PROC_INST_ID_ in (%s) and DELETE_REASON_ not in (:engines)"""
                .formatted(ROOTS))
        .param("cases", cases)
        .param("engines", REASONS_OF_THE_ENGINE)
        .update();
  }

  private void about(String sql, List<String> cases) {
    jdbc.sql(sql.formatted(ROOTS)).param("cases", cases).update();
  }

  private List<String> found(String sql, List<String> cases) {
    return jdbc.sql(sql.formatted(ROOTS)).param("cases", cases).query(String.class).list();
  }

  private void ofTasks(String sql, List<String> tasks) {
    jdbc.sql(sql).param("tasks", tasks).update();
  }

  private void remove(Set<String> contents) {
    for (String content : contents) {
      jdbc.sql("delete from ACT_GE_BYTEARRAY where ID_ = :id").param("id", content).update();
    }
  }
}
