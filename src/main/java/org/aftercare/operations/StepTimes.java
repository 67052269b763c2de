package org.aftercare.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often and how long the steps of the models are done. Days that are over, and what of today
 * has settled, are summed up once and stay when the engine's history is cleaned up; the last
 * minutes are read from the history. A step counts when it is left, on that day in UTC.
 */
@Component
class StepTimes {

  /**
   * What ended before is in the history: the time of the longest transaction and of the nodes'
   * clocks' difference, with plenty to spare.
   */
  private static final Duration SETTLED = Duration.ofMinutes(5);

  private static final String UPDATE =
      """
      update step_time set times = times + :times, total_millis = total_millis + :total,
        longest_millis = greatest(longest_millis, :longest)
      where definition_id = :definition and done_on = :day and step_id = :step""";

  private static final String INSERT =
      """
      insert into step_time (definition_id, done_on, step_id, times, total_millis, longest_millis)
      values (:definition, :day, :step, :times, :total, :longest)""";

  private final JdbcClient jdbc;
  private final Clock clock;

  StepTimes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A step's figures.
   *
   * @param stepId as in the model
   * @param times how often it was left
   * @param totalMillis how long it took together
   * @param longestMillis how long it took at the longest
   */
  record StepTime(String stepId, long times, long totalMillis, long longestMillis) {

    private StepTime plus(StepTime other) {
      return new StepTime(
          stepId,
          times + other.times,
          totalMillis + other.totalMillis,
          Math.max(longestMillis, other.longestMillis));
    }
  }

  /**
   * The figures of a process.
   *
   * @param definitionIds some versions of one process
   * @param from the first day, in UTC; {@code null} for all that there is
   */
  // Sums, their reach and the history since then are those of one moment.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  List<StepTime> of(Collection<String> definitionIds, LocalDate from) {
    Map<String, StepTime> sums = new HashMap<>();
    summedUp(definitionIds, from).forEach(step -> sums.merge(step.stepId(), step, StepTime::plus));
    sinceThen(definitionIds, from).forEach(step -> sums.merge(step.stepId(), step, StepTime::plus));
    return List.copyOf(sums.values());
  }

  private List<StepTime> summedUp(Collection<String> definitionIds, LocalDate from) {
    return jdbc.sql(
            """
            select step_id, sum(times) as times, sum(total_millis) as total,
              max(longest_millis) as longest
            from step_time where definition_id in (:definitions) and done_on >= :from
            group by step_id""")
        .param("definitions", definitionIds)
        .param("from", from == null ? LocalDate.EPOCH : from)
        .query(StepTimes::stepTime)
        .list();
  }

  private List<StepTime> sinceThen(Collection<String> definitionIds, LocalDate from) {
    Instant reach = reach().orElse(Instant.EPOCH);
    Instant begin =
        from == null ? reach : later(reach, from.atStartOfDay(ZoneOffset.UTC).toInstant());
    return jdbc.sql(
            """
            select act_id_ as step_id, count(*) as times, coalesce(sum(duration_), 0) as total,
              coalesce(max(duration_), 0) as longest
            from act_hi_actinst where proc_def_id_ in (:definitions) and end_time_ >= :begin
            group by act_id_""")
        .param("definitions", definitionIds)
        .param("begin", Timestamp.from(begin))
        .query(StepTimes::stepTime)
        .list();
  }

  private static StepTime stepTime(ResultSet row, int number) throws SQLException {
    return new StepTime(
        StepNames.elementId(row.getString("step_id")),
        row.getLong("times"),
        row.getLong("total"),
        row.getLong("longest"));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private Optional<Instant> reach() {
    return jdbc.sql("select reached from step_time_reach where id = 1")
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Sums up the next portion of the history that has settled: up to the end of a day at the most.
   * Sums and reach move in one transaction, so nothing is counted twice or left out, whoever dies
   * meanwhile.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean sumUpNext() {
    Optional<Instant> reach =
        jdbc.sql("select reached from step_time_reach where id = 1 for update")
            .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
            .single()
            .map(OffsetDateTime::toInstant);
    Instant settled = clock.instant().minus(SETTLED);
    Optional<Instant> next = firstEnd(reach.orElse(Instant.EPOCH)).filter(settled::isAfter);
    if (next.isEmpty()) {
      // Nothing has ended: the next view need not look at this time again.
      if (reach.filter(settled::isAfter).isPresent()) {
        moveTo(settled);
      }
      return false;
    }
    LocalDate day = next.get().atOffset(ZoneOffset.UTC).toLocalDate();
    Instant dayAfter = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = dayAfter.isBefore(settled) ? dayAfter : settled;
    add(day, next.get(), until);
    moveTo(until);
    return until.isBefore(settled);
  }

  /** When the first step after that time was left. */
  private Optional<Instant> firstEnd(Instant from) {
    return jdbc.sql(
            "select min(end_time_) as first_end from act_hi_actinst where end_time_ >= :from")
        .param("from", Timestamp.from(from))
        .query((row, number) -> Optional.ofNullable(row.getTimestamp("first_end")))
        .single()
        .map(Timestamp::toInstant);
  }

  private void add(LocalDate day, Instant from, Instant until) {
    List<Sum> sums =
        jdbc.sql(
                """
                select proc_def_id_, act_id_, count(*) as times,
                  coalesce(sum(duration_), 0) as total, coalesce(max(duration_), 0) as longest
                from act_hi_actinst where end_time_ >= :from and end_time_ < :until
                group by proc_def_id_, act_id_""")
            .param("from", Timestamp.from(from))
            .param("until", Timestamp.from(until))
            .query(
                (row, number) ->
                    new Sum(
                        row.getString("proc_def_id_"),
                        new StepTime(
                            row.getString("act_id_"),
                            row.getLong("times"),
                            row.getLong("total"),
                            row.getLong("longest"))))
            .list();
    sums.forEach(sum -> add(day, sum));
  }

  private record Sum(String definitionId, StepTime step) {}

  private void add(LocalDate day, Sum sum) {
    int known = write(UPDATE, day, sum);
    if (known == 0) {
      write(INSERT, day, sum);
    }
  }

  private int write(String sql, LocalDate day, Sum sum) {
    return jdbc.sql(sql)
        .param("definition", sum.definitionId())
        .param("day", day)
        .param("step", sum.step().stepId())
        .param("times", sum.step().times())
        .param("total", sum.step().totalMillis())
        .param("longest", sum.step().longestMillis())
        .update();
  }

  private void moveTo(Instant until) {
    jdbc.sql("update step_time_reach set reached = :until where id = 1")
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }
}
