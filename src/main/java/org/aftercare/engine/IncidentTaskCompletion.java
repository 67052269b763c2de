package org.aftercare.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever completes a task about an incident has the step run again, in the same transaction: a
 * completed task and a case that still stands still would be a lie. The history is where the engine
 * tells of tasks that belong to no process.
 */
class IncidentTaskCompletion implements HistoryEventHandler {

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task
        && TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
        && IncidentTasks.incidentId(task.getTaskId()) != null) {
      restart(Context.getCommandContext(), IncidentTasks.incidentId(task.getTaskId()));
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private static void restart(CommandContext command, String incidentId) {
    IncidentEntity incident =
        (IncidentEntity) command.getIncidentManager().findIncidentById(incidentId);
    if (incident == null || command.getDbEntityManager().isDeleted(incident)) {
      return;
    }
    command.runWithoutAuthorization(
        () -> {
          command
              .getProcessEngineConfiguration()
              .getManagementService()
              .setJobRetries(incident.getConfiguration(), 1);
          return null;
        });
  }
}
