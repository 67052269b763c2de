package org.aftercare.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.engine.CaseTasks;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people that a deadline draws near or has passed, each once: the mark, the timeline's entry,
 * the tasks' priority and the notices are committed together. Where both points have passed unseen,
 * only the later is told, to all whom either would reach: a warning would no longer be true, and
 * two messages in the same minute would be noise. Runs in its caller's transaction.
 */
@Component
class DeadlineEscalation implements Escalation {

  private static final int WARNED_PRIORITY = 75;
  private static final int MISSED_PRIORITY = 100;
  private static final String WHO_FACES_CUSTOMERS = "front-office";
  private static final String DEPARTMENT_HEADS = "department-heads";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Cases cases;
  private final CaseTasks tasks;
  private final Notifications notifications;

  DeadlineEscalation(
      JdbcClient jdbc, Clock clock, Cases cases, CaseTasks tasks, Notifications notifications) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cases = cases;
    this.tasks = tasks;
    this.notifications = notifications;
  }

  @Override
  public Optional<Reached> next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(
            """
            select case_number, name, started_at, due_at from case_deadline
            where next_check_at <= :now
            order by next_check_at, case_number, name
            fetch first 1 rows only
            for update skip locked
            """)
        .param("now", JdbcCases.utc(now))
        .query(
            (row, n) ->
                new Reached(
                    row.getString("case_number"),
                    row.getString("name"),
                    JdbcCases.instant(row, "started_at"),
                    JdbcCases.instant(row, "due_at")))
        .optional();
  }

  private void escalate(Reached deadline) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean missed = !deadline.dueAt.isAfter(now);
    mark(deadline, missed, now);
    Set<String> teams = new TreeSet<>(tasks.teams(deadline.caseNumber));
    if (teams.isEmpty()) {
      teams.add(WHO_FACES_CUSTOMERS);
    }
    if (missed) {
      teams.add(DEPARTMENT_HEADS);
    }
    String what = missed ? "missed" : "warning";
    Map<String, String> facts =
        Map.of(
            "caseNumber", deadline.caseNumber,
            "deadline", code(deadline.name),
            "due", deadline.dueAt.toString());
    cases.record(deadline.caseNumber, "internal.deadline." + what, facts);
    tasks.raisePriority(deadline.caseNumber, missed ? MISSED_PRIORITY : WARNED_PRIORITY);
    for (String team : teams) {
      notifications.tell(
          new Notice(
              "%s/deadline.%s.%s/%d/%s"
                  .formatted(
                      deadline.caseNumber,
                      deadline.name,
                      what,
                      deadline.startedAt.getEpochSecond(),
                      team),
              deadline.caseNumber,
              new Recipient.ToTeam(team),
              "case.deadline." + what,
              facts));
    }
  }

  /** The wordings name it as a code. */
  private static String code(String deadline) {
    return deadline.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private void mark(Reached deadline, boolean missed, Instant now) {
    jdbc.sql(
            missed
                ? """
                update case_deadline set missed_at = :now, next_check_at = null
                where case_number = :caseNumber and name = :name
                """
                : """
                update case_deadline set warned_at = :now, next_check_at = due_at
                where case_number = :caseNumber and name = :name
                """)
        .param("now", JdbcCases.utc(now))
        .param("caseNumber", deadline.caseNumber)
        .param("name", deadline.name)
        .update();
  }

  private void postpone(Reached deadline, Duration by) {
    jdbc.sql(
            """
            update case_deadline set next_check_at = :later
            where case_number = :caseNumber and name = :name and next_check_at is not null
            """)
        .param("later", JdbcCases.utc(clock.instant().plus(by).truncatedTo(ChronoUnit.MICROS)))
        .param("caseNumber", deadline.caseNumber)
        .param("name", deadline.name)
        .update();
  }

  /** A deadline of a case that is to be told of. */
  final class Reached implements Limit {

    private final String caseNumber;
    private final String name;
    private final Instant startedAt;
    private final Instant dueAt;

    private Reached(String caseNumber, String name, Instant startedAt, Instant dueAt) {
      this.caseNumber = caseNumber;
      this.name = name;
      this.startedAt = startedAt;
      this.dueAt = dueAt;
    }

    @Override
    public String title() {
      return "Deadline %s of case %s".formatted(name, caseNumber);
    }

    @Override
    public void escalate() {
      DeadlineEscalation.this.escalate(this);
    }

    @Override
    public void postpone(Duration by) {
      DeadlineEscalation.this.postpone(this, by);
    }
  }
}
