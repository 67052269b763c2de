package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Makes them as {@link IncidentTasks} makes its own: outside any process, with the case's number.
 */
@Component
class CamundaClosedCaseTasks implements ClosedCaseTasks {

  static final String ID_PREFIX = "human-";

  private static final String GROUP = "front-office";
  private static final Duration DUE_WITHIN = Duration.ofHours(4);

  /** As the task of a hand-over has. */
  private static final int PRIORITY = 80;

  private final TaskService tasks;
  private final IdentityService identity;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final OperationsTexts texts;
  private final JdbcTaskTimes times;
  private final TaskCase taskCase;

  CamundaClosedCaseTasks(
      TaskService tasks,
      IdentityService identity,
      BusinessCalendar calendar,
      Clock clock,
      OperationsTexts texts,
      JdbcTaskTimes times,
      TaskCase taskCase) {
    this.tasks = tasks;
    this.identity = identity;
    this.calendar = calendar;
    this.clock = clock;
    this.texts = texts;
    this.times = times;
    this.taskCase = taskCase;
  }

  @Override
  public void talkToCustomer(String caseNumber, String country) {
    Authentication caller = identity.getCurrentAuthentication();
    // Whoever asks for a person need not have a right to make tasks.
    identity.clearAuthentication();
    try {
      if (!isOpen(caseNumber)) {
        make(caseNumber, country);
      }
    } finally {
      identity.setAuthentication(caller);
    }
  }

  private boolean isOpen(String caseNumber) {
    return tasks
        .createTaskQuery()
        .taskVariableValueEquals(TaskCase.CASE_NUMBER, caseNumber)
        .list()
        .stream()
        .anyMatch(task -> task.getId().startsWith(ID_PREFIX));
  }

  private void make(String caseNumber, String country) {
    Task task = tasks.newTask(ID_PREFIX + UUID.randomUUID());
    task.setName(texts.get("human.task.name", caseNumber));
    task.setDescription(texts.get("human.task.description", caseNumber));
    task.setPriority(PRIORITY);
    task.setDueDate(Date.from(calendar.plusOpeningHours(country, clock.instant(), DUE_WITHIN)));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), GROUP);
    taskCase.write((name, value) -> tasks.setVariableLocal(task.getId(), name, value), caseNumber);
    times.watch(task.getId(), caseNumber, country, Date.from(clock.instant()), task.getDueDate());
  }
}
