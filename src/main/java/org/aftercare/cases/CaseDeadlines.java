package org.aftercare.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aftercare.engine.BusinessCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clocks of a case. Runs in the transaction of {@link Cases}. Two questions to the customer may
 * be open at once, so pauses are counted: the clocks go on when the last one is answered.
 */
@Component
class CaseDeadlines {

  /** The share of a deadline's opening time after which the team is warned, in per cent. */
  private static final int WARNING_PERCENT = 75;

  /** The customer waits for a person here: no question to the customer stops it. */
  private static final String HUMAN_ANSWER = "human-answer";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final BusinessCalendar calendar;

  CaseDeadlines(JdbcClient jdbc, Clock clock, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.calendar = calendar;
  }

  void start(ServiceCase of, String name, Instant requestedDue) {
    Instant now = now();
    Instant due = requestedDue.truncatedTo(ChronoUnit.MICROS);
    Instant warn =
        calendar.pointOf(of.country(), now, due, WARNING_PERCENT).truncatedTo(ChronoUnit.MICROS);
    boolean paused = !name.equals(HUMAN_ANSWER) && isPaused(of.caseNumber());
    jdbc.sql("delete from case_deadline where case_number = :caseNumber and name = :name")
        .param("caseNumber", of.caseNumber())
        .param("name", name)
        .update();
    jdbc.sql(
            """
            insert into case_deadline
              (case_number, name, started_at, warn_at, due_at, paused_at, next_check_at)
            values (:caseNumber, :name, :now, :warn, :due,
                    cast(:paused as timestamp with time zone),
                    cast(:check as timestamp with time zone))
            """)
        .param("caseNumber", of.caseNumber())
        .param("name", name)
        .param("now", JdbcCases.utc(now))
        .param("warn", JdbcCases.utc(warn))
        .param("due", JdbcCases.utc(due))
        .param("paused", paused ? JdbcCases.utc(now) : null)
        .param("check", paused ? null : JdbcCases.utc(warn))
        .update();
  }

  void end(String caseNumber, String name) {
    jdbc.sql(
            """
            update case_deadline set ended_at = :now, paused_at = null, next_check_at = null
            where case_number = :caseNumber and name = :name and ended_at is null
            """)
        .param("now", JdbcCases.utc(now()))
        .param("caseNumber", caseNumber)
        .param("name", name)
        .update();
  }

  void endAll(String caseNumber) {
    jdbc.sql(
            """
            update case_deadline set ended_at = :now, paused_at = null, next_check_at = null
            where case_number = :caseNumber and ended_at is null
            """)
        .param("now", JdbcCases.utc(now()))
        .param("caseNumber", caseNumber)
        .update();
  }

  /** Whether an answer of the customer is awaited. */
  boolean isPaused(String caseNumber) {
    return jdbc.sql("select pauses from service_case where case_number = :caseNumber")
            .param("caseNumber", caseNumber)
            .query(Integer.class)
            .single()
        > 0;
  }

  void pauseAll(String caseNumber) {
    jdbc.sql("update service_case set pauses = pauses + 1 where case_number = :caseNumber")
        .param("caseNumber", caseNumber)
        .update();
    jdbc.sql(
            """
            update case_deadline set paused_at = :now, next_check_at = null
            where case_number = :caseNumber and ended_at is null and missed_at is null
              and paused_at is null and name <> :humanAnswer
            """)
        .param("now", JdbcCases.utc(now()))
        .param("caseNumber", caseNumber)
        .param("humanAnswer", HUMAN_ANSWER)
        .update();
  }

  void resumeAll(ServiceCase of) {
    jdbc.sql(
            """
            update service_case set pauses = pauses - 1
            where case_number = :caseNumber and pauses > 0
            """)
        .param("caseNumber", of.caseNumber())
        .update();
    if (isPaused(of.caseNumber())) {
      return;
    }
    Instant now = now();
    List<Paused> paused =
        jdbc.sql(
                """
                select name, paused_at, warn_at, due_at, warned_at from case_deadline
                where case_number = :caseNumber and paused_at is not null
                """)
            .param("caseNumber", of.caseNumber())
            .query(
                (row, n) ->
                    new Paused(
                        row.getString("name"),
                        JdbcCases.instant(row, "paused_at"),
                        JdbcCases.instant(row, "warn_at"),
                        JdbcCases.instant(row, "due_at"),
                        row.getObject("warned_at") != null))
            .list();
    for (Paused deadline : paused) {
      Instant warn = moved(of.country(), deadline.pausedAt(), deadline.warnAt(), now);
      Instant due = moved(of.country(), deadline.pausedAt(), deadline.dueAt(), now);
      jdbc.sql(
              """
              update case_deadline
              set paused_at = null, warn_at = :warn, due_at = :due, next_check_at = :check
              where case_number = :caseNumber and name = :name
              """)
          .param("warn", JdbcCases.utc(warn))
          .param("due", JdbcCases.utc(due))
          .param("check", JdbcCases.utc(deadline.warned() ? due : warn))
          .param("caseNumber", of.caseNumber())
          .param("name", deadline.name())
          .update();
    }
  }

  /** The opening time that was left when the clock stopped is left again; what had passed stays. */
  private Instant moved(String country, Instant pausedAt, Instant point, Instant now) {
    if (!point.isAfter(pausedAt)) {
      return point;
    }
    Duration left = calendar.openingTimeBetween(country, pausedAt, point);
    Instant moved =
        left.isZero()
            ? now.plus(Duration.between(pausedAt, point))
            : calendar.plusOpeningHours(country, now, left);
    return moved.truncatedTo(ChronoUnit.MICROS);
  }

  List<Cases.Deadline> of(String caseNumber) {
    return jdbc.sql(
            """
            select name, started_at, due_at, paused_at, ended_at, missed_at from case_deadline
            where case_number = :caseNumber order by due_at, name
            """)
        .param("caseNumber", caseNumber)
        .query(
            (row, n) ->
                new Cases.Deadline(
                    row.getString("name"),
                    JdbcCases.instant(row, "started_at"),
                    JdbcCases.instant(row, "due_at"),
                    row.getObject("paused_at") != null,
                    JdbcCases.instant(row, "ended_at"),
                    row.getObject("missed_at") != null))
        .list();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private record Paused(
      String name, Instant pausedAt, Instant warnAt, Instant dueAt, boolean warned) {}
}
