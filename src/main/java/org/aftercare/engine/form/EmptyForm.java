package org.aftercare.engine.form;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A form starts empty, also when the task comes a second time in a case: its fields are called like
 * the process's variables, so the answer of the round before would stand there, ready to be sent
 * again. While the task is open the variable is empty and the task keeps what it was. What nobody
 * has answered by the end, because the field was optional or hidden or the task was interrupted, is
 * again what it was. A variable that a text of the form shows stays: there it is wanted.
 */
final class EmptyForm implements TaskListener {

  private static final String BEFORE = "before.";

  private final TaskForms forms;

  EmptyForm(TaskForms forms) {
    this.forms = forms;
  }

  @Override
  public void notify(DelegateTask task) {
    if (EVENTNAME_CREATE.equals(task.getEventName())) {
      forms.of((TaskEntity) task).ifPresent(form -> empty(task, form));
    } else {
      restore(task);
    }
  }

  private static void empty(DelegateTask task, TaskForm form) {
    DelegateExecution execution = task.getExecution();
    for (FormField field : form.fields()) {
      TypedValue earlier = execution.getVariableTyped(field.key(), false);
      if (earlier != null && earlier.getValue() != null && !form.shows(field.key())) {
        task.setVariableLocal(BEFORE + field.key(), earlier);
        execution.setVariable(field.key(), null);
      }
    }
  }

  private static void restore(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    for (String name : task.getVariableNamesLocal()) {
      if (name.startsWith(BEFORE)) {
        String key = name.substring(BEFORE.length());
        TypedValue earlier = task.getVariableLocalTyped(name, false);
        task.removeVariableLocal(name);
        if (execution.getVariable(key) == null) {
          execution.setVariable(key, earlier);
        }
      }
    }
  }
}
