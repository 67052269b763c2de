package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Turns a job that is out of retries into an incident that says what is wrong, and into a task for
 * operations, in one transaction. The task goes when the incident goes.
 */
class IncidentTasks extends DefaultIncidentHandler {

  static final String GROUP = "operations";

  private static final String ID_PREFIX = "incident-";
  private static final int LONGEST_NAME = 255;

  private final BusinessCalendar calendar;
  private final Clock clock;
  private final OperationsTexts texts;
  private final ObjectProvider<JdbcTaskTimes> times;
  private final TaskCase taskCase;
  private final ApplicationEventPublisher events;
  private final EngineProperties.IncidentSettings settings;

  IncidentTasks(
      BusinessCalendar calendar,
      Clock clock,
      OperationsTexts texts,
      ObjectProvider<JdbcTaskTimes> times,
      TaskCase taskCase,
      ApplicationEventPublisher events,
      EngineProperties.IncidentSettings settings) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.calendar = calendar;
    this.clock = clock;
    this.texts = texts;
    this.times = times;
    this.taskCase = taskCase;
    this.events = events;
    this.settings = settings;
  }

  static String taskId(String incidentId) {
    return ID_PREFIX + incidentId;
  }

  /** The incident that a task is about, or {@code null} for any other task. */
  static String incidentId(String taskId) {
    return taskId.startsWith(ID_PREFIX) ? taskId.substring(ID_PREFIX.length()) : null;
  }

  @Override
  public Incident handleIncident(IncidentContext context, String failure) {
    String step = step(context);
    String problem = failure == null ? texts.get("incident.stopped-by-hand") : failure;
    Incident incident = super.handleIncident(context, texts.get("incident.message", step, problem));
    CommandContext command = Context.getCommandContext();
    command.runWithoutAuthorization(
        () -> {
          makeTask(command, context, incident, step, problem);
          return null;
        });
    return incident;
  }

  private void makeTask(
      CommandContext command,
      IncidentContext context,
      Incident incident,
      String step,
      String problem) {
    ExecutionEntity execution =
        context.getExecutionId() == null
            ? null
            : command.getExecutionManager().findExecutionById(context.getExecutionId());
    String caseNumber = CaseNumber.of(execution);
    String of = caseNumber == null ? texts.get("case.none") : caseNumber;
    TaskService tasks = command.getProcessEngineConfiguration().getTaskService();
    Task task = tasks.newTask(taskId(incident.getId()));
    task.setName(shortened(texts.get("task.name", step, of, problem)));
    task.setDescription(
        texts.get("task.description", step, of, problem, cockpit(incident.getProcessInstanceId())));
    task.setPriority(settings.priority());
    task.setDueDate(due(execution));
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), GROUP);
    taskCase.write((name, value) -> tasks.setVariableLocal(task.getId(), name, value), caseNumber);
    times
        .getObject()
        .watch(
            task.getId(),
            caseNumber,
            CalendarDeadlines.country(execution),
            Date.from(clock.instant()),
            task.getDueDate());
    if (caseNumber != null) {
      events.publishEvent(new StepStopped(incident.getId(), caseNumber, step, problem));
    }
  }

  private Date due(ExecutionEntity execution) {
    return Date.from(
        calendar.plusOpeningHours(
            CalendarDeadlines.country(execution),
            clock.instant(),
            Duration.ofHours(settings.dueWithinBusinessHours())));
  }

  private String cockpit(String processInstanceId) {
    return processInstanceId == null
        ? settings.cockpit()
        : settings.cockpit() + "#/process-instance/" + processInstanceId + "/runtime";
  }

  private String step(IncidentContext context) {
    String activityId =
        context.getFailedActivityId() != null
            ? context.getFailedActivityId()
            : context.getActivityId();
    if (context.getProcessDefinitionId() == null || activityId == null) {
      JobEntity job =
          Context.getCommandContext().getJobManager().findJobById(context.getConfiguration());
      return texts.get("step.maintenance", job == null ? "" : job.getJobHandlerType());
    }
    ProcessDefinitionEntity definition =
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(context.getProcessDefinitionId());
    ActivityImpl activity = definition.findActivity(activityId);
    Object name = activity == null ? null : activity.getProperty("name");
    return name == null ? activityId : name.toString().replaceAll("\\s+", " ");
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    CommandContext command = Context.getCommandContext();
    for (Incident incident :
        command.getIncidentManager().findIncidentByConfiguration(context.getConfiguration())) {
      endTask(command, incident, resolved);
    }
    super.removeIncident(context, resolved);
  }

  private void endTask(CommandContext command, Incident incident, boolean resolved) {
    TaskEntity task = command.getTaskManager().findTaskById(taskId(incident.getId()));
    // The person who completes it sets off the restart that leads here: then it is on its way out.
    if (task == null || task.isDeleted()) {
      return;
    }
    command.runWithoutAuthorization(
        () -> {
          task.delete(resolved ? "resolved" : "cancelled", false);
          return null;
        });
  }
}
