package org.aftercare.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what waits in the engine and in the inbox. Each figure is one query on an index or on a
 * table that holds only what is open.
 */
@Component
class EngineFigures implements EngineBacklog {

  private final JdbcClient jdbc;
  private final Clock clock;

  EngineFigures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The open tasks of a group.
   *
   * @param group id, or {@code none} for tasks that no group may claim
   * @param overdue how many are past their due date
   */
  record GroupTasks(String group, long open, long overdue) {}

  @Override
  public Waiting dueJobs() {
    return jdbc.sql(
            """
            select count(*) as jobs, min(coalesce(duedate_, create_time_)) as since
            from act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= ?)
              and (lock_exp_time_ is null or lock_exp_time_ < ?)
            """)
        .params(now(), now())
        .query((row, n) -> waiting(row.getLong("jobs"), row.getTimestamp("since")))
        .single();
  }

  @Override
  public long failingJobs() {
    return count(
        "select count(*) from act_ru_job where retries_ > 0 and exception_msg_ is not null");
  }

  @Override
  public long incidents() {
    return count("select count(*) from act_ru_incident where id_ = cause_incident_id_");
  }

  /** The open tasks by group; none for a group that has none. */
  List<GroupTasks> tasks() {
    return jdbc.sql(
            """
            select coalesce(l.group_id_, 'none') as people, count(*) as tasks,
              sum(case when t.due_date_ < ? then 1 else 0 end) as overdue
            from act_ru_task t
            left join act_ru_identitylink l
              on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
            group by coalesce(l.group_id_, 'none')
            """)
        .param(now())
        .query(
            (row, n) ->
                new GroupTasks(
                    row.getString("people"), row.getLong("tasks"), row.getLong("overdue")))
        .list();
  }

  /** The task that has been overdue longest. */
  Duration longestOverdueTask() {
    return jdbc.sql("select min(due_date_) as since from act_ru_task where due_date_ < ?")
        .param(now())
        .query((row, n) -> waiting(0, row.getTimestamp("since")))
        .single()
        .lag();
  }

  @Override
  public Waiting dueMessages() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select count(*) as messages, min(next_try_at) as since
            from inbox_message where state = 'WAITING' and next_try_at <= ?
            """)
        .param(now)
        .query(
            (row, n) -> {
              OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
              return new Waiting(
                  row.getLong("messages"),
                  since == null ? Duration.ZERO : Duration.between(since, now));
            })
        .single();
  }

  /** How far the database's clock is ahead of this machine's; negative if it is behind. */
  Duration databaseClockAhead() {
    Instant before = Instant.now();
    Instant database =
        jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
    Instant after = Instant.now();
    return Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), database);
  }

  private Date now() {
    return Timestamp.from(clock.instant());
  }

  private Waiting waiting(long count, Timestamp since) {
    return new Waiting(
        count,
        since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant()));
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
