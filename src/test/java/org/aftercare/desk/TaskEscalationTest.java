package org.aftercare.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.cases.Cases;
import org.aftercare.engine.TaskTimes;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.notifications.Wordings;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Who is told of a task whose time runs out. */
class TaskEscalationTest {

  private static final Instant EIGHT = Instant.parse("2026-11-02T07:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-02T11:00:00Z");

  private final TaskTimes times = mock();
  private final Cases cases = mock();
  private final Notifications notifications = mock();
  private final Wordings wordings = mock();
  private final List<Notice> told = new ArrayList<>();
  private final TaskEscalation escalation =
      new TaskEscalation(times, cases, notifications, wordings);

  TaskEscalationTest() {
    Mockito.doAnswer(call -> told.add(call.getArgument(0))).when(notifications).tell(any());
    when(wordings.has("desk.about.ApproveRemedy")).thenReturn(true);
  }

  @Test
  void theGroupIsToldAtThreeQuarters() {
    TaskTimes.Reached task = reached("ApproveRemedy", false);

    escalate(task);

    assertThat(told)
        .containsExactly(
            new Notice(
                "W-1/desk.task-due/T1/%d/claims".formatted(NOON.getEpochSecond()),
                "W-1",
                new Recipient.ToTeam("claims"),
                "desk.task-due",
                Map.of("caseNumber", "W-1", "about", "ApproveRemedy", "due", NOON.toString())));
    verify(times).told(task);
  }

  @Test
  void theGroupAndTheDepartmentHeadsAreToldAtTheEnd() {
    escalate(reached("ApproveRemedy", true));

    assertThat(told)
        .extracting(Notice::template, Notice::to)
        .containsExactly(
            tuple("desk.task-late", new Recipient.ToTeam("claims")),
            tuple("desk.task-late", new Recipient.ToTeam("department-heads")));
  }

  @Test
  void aTaskThatTheBundlesDoNotKnowIsCalledByItsName() {
    escalate(reached(null, false));

    assertThat(told).extracting(notice -> notice.facts().get("about")).containsExactly("The task");
  }

  @Test
  void aClockOfTheCaseThatEndsWithTheTaskIsToldByItself() {
    when(cases.deadlines("W-1"))
        .thenReturn(
            List.of(
                new Cases.Deadline(
                    "human-answer", EIGHT, NOON.plusMillis(40), false, null, false)));
    TaskTimes.Reached task = reached("TalkToCustomer", true);

    escalate(task);

    assertThat(told).isEmpty();
    verify(times).told(task);
  }

  private void escalate(TaskTimes.Reached task) {
    when(times.next()).thenReturn(Optional.of(task));
    escalation.next().orElseThrow().escalate();
  }

  private static TaskTimes.Reached reached(String key, boolean over) {
    return new TaskTimes.Reached("T1", key, "The task", "W-1", Set.of("claims"), EIGHT, NOON, over);
  }
}
