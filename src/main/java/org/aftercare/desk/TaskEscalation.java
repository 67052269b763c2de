package org.aftercare.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.cases.Cases;
import org.aftercare.cases.Escalation;
import org.aftercare.engine.TaskTimes;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.notifications.Wordings;
import org.springframework.stereotype.Component;

/**
 * Tells people that a task is running late or is late: its group at three quarters of its time, its
 * group and the department heads at its end. Where both have passed unseen, only the end is told,
 * as with the deadlines of a case.
 */
@Component
class TaskEscalation implements Escalation {

  private static final String DEPARTMENT_HEADS = "department-heads";

  /** A clock of the case that ends with the task is told by itself. */
  private static final Duration SAME_TIME = Duration.ofMinutes(1);

  private final TaskTimes times;
  private final Cases cases;
  private final Notifications notifications;
  private final Wordings wordings;

  TaskEscalation(TaskTimes times, Cases cases, Notifications notifications, Wordings wordings) {
    this.times = times;
    this.cases = cases;
    this.notifications = notifications;
    this.wordings = wordings;
  }

  @Override
  public Optional<Late> next() {
    return times.next().map(Late::new);
  }

  private void escalate(TaskTimes.Reached task) {
    times.told(task);
    // The outbox has no notices without a case; the engine's own upkeep belongs to none.
    if (task.caseNumber() == null || isToldAsDeadline(task)) {
      return;
    }
    Set<String> teams = new TreeSet<>(task.groups());
    if (task.over()) {
      teams.add(DEPARTMENT_HEADS);
    }
    String template = task.over() ? "desk.task-late" : "desk.task-due";
    Map<String, String> facts =
        Map.of(
            "caseNumber", task.caseNumber(),
            "about", about(task),
            "due", task.dueAt().toString());
    for (String team : teams) {
      notifications.tell(
          new Notice(
              "%s/%s/%s/%d/%s"
                  .formatted(
                      task.caseNumber(),
                      template,
                      task.taskId(),
                      task.dueAt().getEpochSecond(),
                      team),
              task.caseNumber(),
              new Recipient.ToTeam(team),
              template,
              facts));
    }
  }

  private boolean isToldAsDeadline(TaskTimes.Reached task) {
    return cases.deadlines(task.caseNumber()).stream()
        .filter(deadline -> deadline.ended() == null && !deadline.paused())
        .anyMatch(deadline -> isSameTime(deadline.due(), task.dueAt()));
  }

  private static boolean isSameTime(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME_TIME) < 0;
  }

  /** The bundles put the task's id into words; a task that they do not know has its name. */
  private String about(TaskTimes.Reached task) {
    String key = task.definitionKey();
    return key != null && wordings.has("desk.about." + key) ? key : task.name();
  }

  /** A task that is to be told of. */
  final class Late implements Limit {

    private final TaskTimes.Reached task;

    private Late(TaskTimes.Reached task) {
      this.task = task;
    }

    @Override
    public String title() {
      return "Task %s of case %s".formatted(task.taskId(), task.caseNumber());
    }

    @Override
    public void escalate() {
      TaskEscalation.this.escalate(task);
    }

    @Override
    public void postpone(Duration by) {
      times.postpone(task, by);
    }
  }
}
