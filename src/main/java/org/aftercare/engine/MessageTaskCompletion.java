package org.aftercare.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Whoever completes a task about a message has it tried again, in the same transaction; see {@link
 * IncidentTaskCompletion}.
 */
class MessageTaskCompletion implements HistoryEventHandler {

  private final ObjectProvider<JdbcInbox> inbox;

  MessageTaskCompletion(ObjectProvider<JdbcInbox> inbox) {
    this.inbox = inbox;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task
        && TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
        && MessageTasks.isOne(task.getTaskId())) {
      inbox.getObject().tryAgainAfter(task.getTaskId());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }
}
