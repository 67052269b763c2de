package org.aftercare.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tasks for operations about messages that do not get through. A task goes when its message is
 * delivered, tried again or discarded; whoever completes it has the message tried again.
 */
@Component
class MessageTasks {

  private static final String ID_PREFIX = "message-";
  private static final int LONGEST_NAME = 255;

  private final TaskService tasks;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final OperationsTexts texts;
  private final JdbcTaskTimes times;
  private final TaskCase taskCase;
  private final EngineProperties.IncidentSettings settings;

  MessageTasks(
      TaskService tasks,
      BusinessCalendar calendar,
      Clock clock,
      OperationsTexts texts,
      JdbcTaskTimes times,
      TaskCase taskCase,
      EngineProperties properties) {
    this.tasks = tasks;
    this.calendar = calendar;
    this.clock = clock;
    this.texts = texts;
    this.times = times;
    this.taskCase = taskCase;
    this.settings = properties.incidents();
  }

  /** Whether a task is about a message. */
  static boolean isOne(String taskId) {
    return taskId.startsWith(ID_PREFIX);
  }

  /**
   * Makes the task in the caller's transaction.
   *
   * @param cause what is wrong, in operations' words and without anything of the customer
   * @param givenUp whether nothing more happens by itself
   * @return the task's id
   */
  String make(JdbcInbox.Waiting message, String cause, boolean givenUp) {
    Task task = tasks.newTask(taskId(message));
    task.setName(
        shortened(texts.get("message.task.name", message.name(), message.caseNumber(), cause)));
    task.setDescription(
        texts.get(
            givenUp ? "message.task.dead" : "message.task.failing",
            message.name(),
            message.source(),
            message.id(),
            message.caseNumber(),
            cause));
    task.setPriority(settings.priority());
    task.setDueDate(
        Date.from(
            calendar.plusOpeningHours(
                CalendarDeadlines.country(null),
                clock.instant(),
                Duration.ofHours(settings.dueWithinBusinessHours()))));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), IncidentTasks.GROUP);
    taskCase.write(
        (name, value) -> tasks.setVariableLocal(task.getId(), name, value), message.caseNumber());
    times.watch(
        task.getId(),
        message.caseNumber(),
        CalendarDeadlines.country(null),
        Date.from(clock.instant()),
        task.getDueDate());
    return task.getId();
  }

  /** A message may die, be tried again and die once more: each time is a task of its own. */
  private static String taskId(JdbcInbox.Waiting message) {
    String occasion =
        String.join("\n", message.source(), message.id(), Integer.toString(message.rounds()));
    return ID_PREFIX + UUID.nameUUIDFromBytes(occasion.getBytes(StandardCharsets.UTF_8));
  }

  void end(String taskId, String reason) {
    if (tasks.createTaskQuery().taskId(taskId).count() > 0) {
      tasks.deleteTask(taskId, reason);
    }
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
