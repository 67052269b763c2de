package org.aftercare.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps beside the engine's tasks when to look at them again: the engine has no index on due dates,
 * and nothing that remembers what was told.
 */
@Component
class JdbcTaskTimes implements TaskTimes {

  /** The share of a task's opening time after which its group is warned, in per cent. */
  private static final int WARNING_PERCENT = 75;

  private final JdbcClient jdbc;
  private final TaskService tasks;
  private final BusinessCalendar calendar;
  private final Clock clock;

  JdbcTaskTimes(JdbcClient jdbc, TaskService tasks, BusinessCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The task is new, or may have got another due date; one without a due date is never late. */
  void watch(String taskId, String caseNumber, String country, Date madeAt, Date dueAt) {
    if (dueAt == null) {
      forget(taskId);
      return;
    }
    Instant made = madeAt.toInstant();
    Instant due = dueAt.toInstant();
    boolean known =
        jdbc.sql("select count(*) from task_time where task_id = :id and due_at = :due")
                .param("id", taskId)
                .param("due", utc(due))
                .query(Integer.class)
                .single()
            > 0;
    if (known) {
      return;
    }
    forget(taskId);
    jdbc.sql(
            """
            insert into task_time (task_id, case_number, country, made_at, due_at, next_check_at)
            values (:id, cast(:caseNumber as varchar(255)), :country, :made, :due, :check)
            """)
        .param("id", taskId)
        .param("caseNumber", caseNumber)
        .param("country", country)
        .param("made", utc(made))
        .param("due", utc(due))
        .param("check", utc(calendar.pointOf(country, made, due, WARNING_PERCENT)))
        .update();
  }

  void forget(String taskId) {
    jdbc.sql("delete from task_time where task_id = :id").param("id", taskId).update();
  }

  @Override
  public Optional<Reached> next() {
    for (Optional<Row> row = hold(); row.isPresent(); row = hold()) {
      Optional<Reached> reached = reached(row.get());
      if (reached.isPresent()) {
        return reached;
      }
    }
    return Optional.empty();
  }

  private Optional<Row> hold() {
    return jdbc.sql(
            """
            select task_id, case_number, country, made_at, due_at from task_time
            where next_check_at <= :now
            order by next_check_at, task_id
            fetch first 1 rows only
            for update skip locked
            """)
        .param("now", utc(clock.instant()))
        .query(JdbcTaskTimes::row)
        .optional();
  }

  /** A task outside any process ends and changes its due date without a word to this table. */
  private Optional<Reached> reached(Row row) {
    Task task = tasks.createTaskQuery().taskId(row.taskId()).singleResult();
    if (task == null) {
      forget(row.taskId());
      return Optional.empty();
    }
    if (task.getDueDate() == null || !task.getDueDate().toInstant().equals(row.dueAt())) {
      watch(row.taskId(), row.caseNumber(), row.country(), task.getCreateTime(), task.getDueDate());
      return Optional.empty();
    }
    return Optional.of(
        new Reached(
            row.taskId(),
            task.getTaskDefinitionKey(),
            task.getName(),
            row.caseNumber(),
            groups(row.taskId()),
            row.madeAt(),
            row.dueAt(),
            !row.dueAt().isAfter(clock.instant())));
  }

  private Set<String> groups(String taskId) {
    return tasks.getIdentityLinksForTask(taskId).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(group -> group != null)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void told(Reached task) {
    checkAgain(task, task.over() ? null : task.dueAt());
  }

  @Override
  public void postpone(Reached task, Duration by) {
    checkAgain(task, clock.instant().plus(by));
  }

  private void checkAgain(Reached task, Instant at) {
    jdbc.sql(
            """
            update task_time set next_check_at = cast(:at as timestamp with time zone)
            where task_id = :id and due_at = :due
            """)
        .param("at", at == null ? null : utc(at))
        .param("id", task.taskId())
        .param("due", utc(task.dueAt()))
        .update();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString("task_id"),
        row.getString("case_number"),
        row.getString("country"),
        instant(row, "made_at"),
        instant(row, "due_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private record Row(
      String taskId, String caseNumber, String country, Instant madeAt, Instant dueAt) {}
}
