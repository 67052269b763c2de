package org.aftercare.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Takes what a person typed out of the engine before the transaction writes it anywhere. The
 * variable goes in the transaction that brought it, so its text never reaches the engine's tables.
 */
class TaskNotesListener implements TaskListener {

  private static final String NOTE = "note";

  private final ObjectProvider<TaskNotes> notes;

  TaskNotesListener(ObjectProvider<TaskNotes> notes) {
    this.notes = notes;
  }

  @Override
  public void notify(DelegateTask task) {
    // A note may stand in the task, in a scope around it and in the process at once.
    while (task.hasVariable(NOTE)) {
      TypedValue note = task.getVariableTyped(NOTE, false);
      task.removeVariable(NOTE);
      if (note.getValue() instanceof String text && !text.isBlank()) {
        keep(task, text);
      }
    }
  }

  private void keep(DelegateTask task, String text) {
    String caseNumber = CaseNumber.of((ExecutionEntity) task.getExecution());
    TaskNotes keeper = notes.getIfAvailable();
    if (caseNumber == null || keeper == null) {
      throw new IllegalStateException(
          "A note of task %s has no case to belong to; its process needs a business key."
              .formatted(task.getTaskDefinitionKey()));
    }
    keeper.keep(
        caseNumber,
        task.getTaskDefinitionKey(),
        Context.getCommandContext().getAuthenticatedUserId(),
        text);
  }
}
