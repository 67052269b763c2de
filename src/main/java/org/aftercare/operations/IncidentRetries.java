package org.aftercare.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aftercare.engine.HouseworkTurns;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps that stand still and that somebody has had tried again together. What was asked for is kept
 * until it is done, also by another node, and afterwards tells what has become of it.
 */
@Component
class IncidentRetries {

  private static final int LATEST = 10;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Clock clock;

  IncidentRetries(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** What has become of a step's new try as far as the request is concerned. */
  enum State {
    WAITING,
    RETRIED,
    GONE,
    REFUSED
  }

  /**
   * A request and how far it is.
   *
   * @param steps how many steps it is about
   * @param waiting not come to yet
   * @param underWay tried again and not over, or waiting for their next try
   * @param passed tried again, and the case has gone on
   * @param stoppedAgain tried again, and an incident once more
   * @param gone no longer stood when it came to them
   * @param refused not tried, for who asked has no right to mend that process
   */
  record Retry(
      String retryId,
      OffsetDateTime askedAt,
      int steps,
      int waiting,
      int underWay,
      int passed,
      int stoppedAgain,
      int gone,
      int refused) {}

  /** A step whose turn it is. */
  record Turn(String retryId, String jobId, String askedBy) {}

  /** Keeps the request in the caller's transaction. */
  Retry ask(String userId, List<String> jobIds) {
    String id = UUID.randomUUID().toString();
    OffsetDateTime now = now();
    jdbc.sql(
            """
            insert into incident_retry (retry_id, asked_by, asked_at, steps)
            values (:id, :by, :at, :steps)""")
        .param("id", id)
        .param("by", userId)
        .param("at", now)
        .param("steps", jobIds.size())
        .update();
    batches.batchUpdate(
        "insert into incident_retry_step (retry_id, job_id, state) values (:id, :job, 'WAITING')",
        jobIds.stream()
            .map(job -> new MapSqlParameterSource("id", id).addValue("job", job))
            .toArray(MapSqlParameterSource[]::new));
    return new Retry(id, now, jobIds.size(), jobIds.size(), 0, 0, 0, 0, 0);
  }

  /** The latest requests, youngest first. */
  List<Retry> latest() {
    return jdbc.sql(
            """
            select r.retry_id, r.asked_at, r.steps,
              sum(case when s.state = 'WAITING' then 1 else 0 end) as waiting,
              sum(case when s.state = 'RETRIED' and j.retries_ > 0 then 1 else 0 end) as under_way,
              sum(case when s.state = 'RETRIED' and j.id_ is null then 1 else 0 end) as passed,
              sum(case when s.state = 'RETRIED' and j.retries_ = 0 then 1 else 0 end) as stopped,
              sum(case when s.state = 'GONE' then 1 else 0 end) as gone,
              sum(case when s.state = 'REFUSED' then 1 else 0 end) as refused
            from (select retry_id, asked_at, steps from incident_retry
              order by asked_at desc, retry_id fetch first :latest rows only) r
            join incident_retry_step s on s.retry_id = r.retry_id
            left join act_ru_job j on j.id_ = s.job_id
            group by r.retry_id, r.asked_at, r.steps
            order by r.asked_at desc, r.retry_id""")
        .param("latest", LATEST)
        .query(
            (row, number) ->
                new Retry(
                    row.getString("retry_id"),
                    row.getObject("asked_at", OffsetDateTime.class),
                    row.getInt("steps"),
                    row.getInt("waiting"),
                    row.getInt("under_way"),
                    row.getInt("passed"),
                    row.getInt("stopped"),
                    row.getInt("gone"),
                    row.getInt("refused")))
        .list();
  }

  /** Locks the next step whose turn it is; what another node has locked is passed over. */
  Optional<Turn> lockNext() {
    return jdbc.sql(
            """
            select s.retry_id, s.job_id,
              (select r.asked_by from incident_retry r where r.retry_id = s.retry_id) as asked_by
            from incident_retry_step s
            where s.state = 'WAITING'
            order by s.retry_id
            fetch first 1 row only
            for update skip locked""")
        .query(
            (row, number) ->
                new Turn(
                    row.getString("retry_id"), row.getString("job_id"), row.getString("asked_by")))
        .optional();
  }

  void settle(Turn turn, State state) {
    jdbc.sql(
            """
            update incident_retry_step set state = :state
            where retry_id = :id and job_id = :job""")
        .param("state", state.name())
        .param("id", turn.retryId())
        .param("job", turn.jobId())
        .update();
  }

  /**
   * Removes requests of before that time, with their steps.
   *
   * @return how many; less than {@link HouseworkTurns#BATCH} when none is left
   */
  int removeOlderThan(Duration age) {
    List<String> old =
        jdbc.sql(
                """
                select retry_id from incident_retry where asked_at < :before
                order by asked_at fetch first :batch rows only""")
            .param("before", now().minus(age))
            .param("batch", HouseworkTurns.BATCH)
            .query(String.class)
            .list();
    if (!old.isEmpty()) {
      jdbc.sql("delete from incident_retry_step where retry_id in (:old)")
          .param("old", old)
          .update();
      jdbc.sql("delete from incident_retry where retry_id in (:old)").param("old", old).update();
    }
    return old.size();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
