package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aftercare.engine.CaseTasks;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening hours here are Monday to Friday, 09:00 to 17:00; the deadline is 8 of them. */
class CaseDeadlinesTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant MONDAY_THREE = Instant.parse("2026-11-02T15:00:00Z");
  private static final Instant MONDAY_FIVE = Instant.parse("2026-11-02T17:00:00Z");

  private final MovableClock clock = new MovableClock(MONDAY_NINE);
  private final CasesDatabase database = new CasesDatabase(clock);
  private final Cases cases = database.cases;
  private final RecordingTasks tasks = new RecordingTasks();
  private final RecordingNotifications told = new RecordingNotifications();
  private final DeadlineWatcher watcher =
      new DeadlineWatcher(
          List.of(new DeadlineEscalation(database.jdbc, clock, cases, tasks, told)),
          database.transactions);
  private String number;

  @BeforeEach
  void startCoverage() {
    number = database.openWarrantyCase("C-1001").caseNumber();
    cases.startDeadline(number, "coverage", MONDAY_FIVE);
  }

  @Test
  void nothingHappensBeforeThreeQuarters() {
    watchAt(MONDAY_THREE.minusMillis(1));

    assertThat(told.notices).isEmpty();
    assertThat(tasks.priorities).isEmpty();
    assertThat(events()).containsExactly("case.opened");
  }

  @Test
  void atThreeQuartersTheTeamIsWarnedOnce() {
    watchAt(MONDAY_THREE);
    watcher.watch();

    assertThat(told.notices)
        .containsExactly(
            new Notice(
                number + "/deadline.coverage.warning/" + MONDAY_NINE.getEpochSecond() + "/claims",
                number,
                new Recipient.ToTeam("claims"),
                "case.deadline.warning",
                Map.of(
                    "caseNumber", number, "deadline", "COVERAGE", "due", MONDAY_FIVE.toString())));
    assertThat(tasks.priorities).containsExactly(Map.entry(number, 75));
    assertThat(events()).containsExactly("case.opened", "internal.deadline.warning");
  }

  @Test
  void atTheEndTeamAndDepartmentHeadsAreToldOnce() {
    watchAt(MONDAY_THREE);
    told.notices.clear();
    watchAt(MONDAY_FIVE);
    watcher.watch();

    assertThat(told.notices)
        .extracting(Notice::template, Notice::to)
        .containsExactly(
            tuple("case.deadline.missed", new Recipient.ToTeam("claims")),
            tuple("case.deadline.missed", new Recipient.ToTeam("department-heads")));
    assertThat(tasks.priorities).containsExactly(Map.entry(number, 100));
    assertThat(events())
        .containsExactly("case.opened", "internal.deadline.warning", "internal.deadline.missed");
    assertThat(cases.deadlines(number))
        .singleElement()
        .satisfies(deadline -> assertThat(deadline.missed()).isTrue());
  }

  @Test
  void aWarningThatComesTooLateIsLeftOutAndAllAreToldThatTheDeadlineIsMissed() {
    watchAt(MONDAY_FIVE.plus(Duration.ofDays(1)));
    watcher.watch();

    assertThat(events()).containsExactly("case.opened", "internal.deadline.missed");
    assertThat(told.notices)
        .extracting(Notice::template, Notice::to)
        .containsExactly(
            tuple("case.deadline.missed", new Recipient.ToTeam("claims")),
            tuple("case.deadline.missed", new Recipient.ToTeam("department-heads")));
  }

  @Test
  void withoutAnOpenTaskTheFrontOfficeIsTold() {
    tasks.teams = Set.of();

    watchAt(MONDAY_THREE);

    assertThat(told.notices)
        .extracting(Notice::to)
        .containsExactly(new Recipient.ToTeam("front-office"));
  }

  @Test
  void aDeadlineThatHasEndedIsSilent() {
    cases.endDeadline(number, "coverage");

    watchAt(MONDAY_FIVE);

    assertThat(told.notices).isEmpty();
  }

  @Test
  void endingWhatNeverStartedChangesNothing() {
    cases.endDeadline(number, "repair");

    assertThat(cases.deadlines(number)).hasSize(1);
  }

  @Test
  void theRemainingOpeningTimeIsKeptOverAPause() {
    clock.set(Instant.parse("2026-11-02T11:00:00Z"));
    cases.pauseDeadlines(number);
    watchAt(Instant.parse("2026-11-06T12:00:00Z"));
    assertThat(told.notices).isEmpty();

    clock.set(Instant.parse("2026-11-06T16:00:00Z"));
    cases.resumeDeadlines(number);

    // 6 of 8 hours were left: one on Friday, five on Monday; the warning comes 2 hours before.
    assertThat(cases.deadlines(number))
        .containsExactly(
            new Cases.Deadline(
                "coverage",
                MONDAY_NINE,
                Instant.parse("2026-11-09T14:00:00Z"),
                false,
                null,
                false));
    watchAt(Instant.parse("2026-11-09T11:59:59Z"));
    assertThat(told.notices).isEmpty();
    watchAt(Instant.parse("2026-11-09T12:00:00Z"));
    assertThat(events()).containsExactly("case.opened", "internal.deadline.warning");
    watchAt(Instant.parse("2026-11-09T14:00:00Z"));
    assertThat(events())
        .containsExactly("case.opened", "internal.deadline.warning", "internal.deadline.missed");
  }

  @Test
  void aWarningIsNotRepeatedAfterAPause() {
    watchAt(MONDAY_THREE);
    cases.pauseDeadlines(number);
    clock.set(Instant.parse("2026-11-03T09:00:00Z"));
    cases.resumeDeadlines(number);

    watchAt(Instant.parse("2026-11-03T10:59:59Z"));
    assertThat(events()).containsExactly("case.opened", "internal.deadline.warning");
    watchAt(Instant.parse("2026-11-03T11:00:00Z"));
    assertThat(events())
        .containsExactly("case.opened", "internal.deadline.warning", "internal.deadline.missed");
  }

  @Test
  void theClocksGoOnWithTheLastOfTwoAnswers() {
    clock.set(Instant.parse("2026-11-02T11:00:00Z"));
    cases.pauseDeadlines(number);
    clock.set(Instant.parse("2026-11-02T12:00:00Z"));
    cases.pauseDeadlines(number);

    clock.set(Instant.parse("2026-11-02T13:00:00Z"));
    cases.resumeDeadlines(number);
    assertThat(cases.deadlines(number).get(0).paused()).isTrue();
    assertThat(cases.awaitsCustomer(number)).isTrue();

    clock.set(Instant.parse("2026-11-02T14:00:00Z"));
    cases.resumeDeadlines(number);
    assertThat(cases.deadlines(number).get(0).paused()).isFalse();
    assertThat(cases.awaitsCustomer(number)).isFalse();
    // 6 of 8 hours were left: three on Monday, three on Tuesday.
    assertThat(cases.deadlines(number).get(0).due())
        .isEqualTo(Instant.parse("2026-11-03T12:00:00Z"));
  }

  @Test
  void resumingMoreOftenThanPausingIsNotHeldAgainstTheNextQuestion() {
    cases.resumeDeadlines(number);
    cases.pauseDeadlines(number);

    assertThat(cases.deadlines(number).get(0).paused()).isTrue();
  }

  @Test
  void aDeadlineThatStartsWhileAnAnswerIsAwaitedWaitsForIt() {
    cases.pauseDeadlines(number);
    cases.startDeadline(number, "repair", MONDAY_FIVE);
    cases.pauseDeadlines(number);
    clock.set(MONDAY_THREE);
    cases.resumeDeadlines(number);
    assertThat(cases.deadlines(number)).allMatch(Cases.Deadline::paused);
    watchAt(MONDAY_FIVE);
    assertThat(told.notices).isEmpty();

    cases.resumeDeadlines(number);

    assertThat(cases.deadlines(number))
        .extracting(Cases.Deadline::due)
        .containsOnly(Instant.parse("2026-11-03T17:00:00Z"));
  }

  @Test
  void theCustomersWaitForAPersonIsNotStoppedByAQuestionToTheCustomer() {
    cases.endDeadline(number, "coverage");
    cases.pauseDeadlines(number);
    cases.startDeadline(number, "human-answer", MONDAY_FIVE);
    cases.pauseDeadlines(number);

    watchAt(MONDAY_FIVE);

    assertThat(events()).containsExactly("case.opened", "internal.deadline.missed");
  }

  @Test
  void theSameNameAgainStartsAnew() {
    watchAt(MONDAY_FIVE);
    told.notices.clear();
    clock.set(Instant.parse("2026-11-03T09:00:00Z"));
    cases.startDeadline(number, "coverage", Instant.parse("2026-11-03T17:00:00Z"));

    watchAt(Instant.parse("2026-11-03T15:00:00Z"));

    assertThat(told.notices).extracting(Notice::template).containsExactly("case.deadline.warning");
    assertThat(cases.deadlines(number)).hasSize(1);
  }

  @Test
  void aDeadlineWithoutOpeningTimeIsWarnedOfByTheWallClock() {
    clock.set(Instant.parse("2026-11-07T08:00:00Z"));
    cases.startDeadline(number, "recall", Instant.parse("2026-11-07T12:00:00Z"));
    cases.endDeadline(number, "coverage");

    watchAt(Instant.parse("2026-11-07T10:59:59Z"));
    assertThat(told.notices).isEmpty();
    watchAt(Instant.parse("2026-11-07T11:00:00Z"));
    assertThat(told.notices).hasSize(1);
  }

  @Test
  void oneThatFailsLetsTheOthersPassAndIsTriedAgain() {
    String second = database.openWarrantyCase("C-1002").caseNumber();
    cases.startDeadline(second, "coverage", MONDAY_FIVE);
    tasks.failing = number;

    watchAt(MONDAY_THREE);

    assertThat(told.notices).extracting(Notice::caseNumber).containsExactly(second);
    assertThat(events()).containsExactly("case.opened");

    tasks.failing = null;
    watchAt(MONDAY_THREE.plus(Duration.ofMinutes(1)));
    assertThat(told.notices).extracting(Notice::caseNumber).containsExactly(second, number);
    assertThat(events()).containsExactly("case.opened", "internal.deadline.warning");
  }

  private void watchAt(Instant instant) {
    clock.set(instant);
    watcher.watch();
  }

  private List<String> events() {
    return cases.timeline(number).stream().map(Cases.TimelineEntry::event).toList();
  }

  private static final class RecordingTasks implements CaseTasks {
    private final Map<String, Integer> priorities = new TreeMap<>();
    private Set<String> teams = Set.of("claims");
    private String failing;

    @Override
    public Set<String> teams(String caseNumber) {
      return teams;
    }

    @Override
    public void raisePriority(String caseNumber, int atLeast) {
      if (caseNumber.equals(failing)) {
        throw new IllegalStateException("somebody else has just completed the task");
      }
      priorities.put(caseNumber, atLeast);
    }
  }

  private static final class RecordingNotifications implements Notifications {
    private final List<Notice> notices = new ArrayList<>();

    @Override
    public void tell(Notice notice) {
      notices.add(notice);
    }

    @Override
    public List<TellLog> about(String caseNumber) {
      return List.of();
    }
  }
}
