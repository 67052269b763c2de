package org.aftercare.engine.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A task ends only with what its form demands, also where nobody saw the form: over REST a task can
 * be completed with anything or nothing, and its gateway would fail or go the wrong way.
 */
final class TaskAnswerCheck implements TaskListener {

  private final TaskForms forms;

  TaskAnswerCheck(TaskForms forms) {
    this.forms = forms;
  }

  @Override
  public void notify(DelegateTask task) {
    forms.of((TaskEntity) task).ifPresent(form -> check(task, form));
  }

  private static void check(DelegateTask task, TaskForm form) {
    Map<String, Object> known = new HashMap<>(task.getVariables());
    form.fields().forEach(field -> known.putIfAbsent(field.key(), null));
    Instant now = ClockUtil.getCurrentTime().toInstant();
    List<String> problems = new ArrayList<>();
    for (FormField field : form.fields()) {
      if (!isHidden(field, known)) {
        offered(field, known)
            .problemWith(known.get(field.key()), now)
            .ifPresent(problem -> problems.add(field.key() + " " + problem));
      }
    }
    if (!problems.isEmpty()) {
      throw new TaskAnswerException(
          "The form %s is not filled in as it must be: %s."
              .formatted(form.id(), String.join("; ", problems)));
    }
  }

  /** What a person sees to choose from depends on the case. */
  private static FormField offered(FormField field, Map<String, Object> known) {
    if (field.valuesBy() == null) {
      return field;
    }
    List<Map<String, Object>> options = evaluate(field.valuesBy(), known);
    return field.offering(options.stream().map(option -> option.get("value")).toList());
  }

  private static boolean isHidden(FormField field, Map<String, Object> known) {
    return field.hiddenBy().stream().anyMatch(condition -> holds(condition, known));
  }

  /** What cannot be evaluated here hides the field: nobody is kept from completing for that. */
  private static boolean holds(String condition, Map<String, Object> known) {
    try {
      return !Boolean.FALSE.equals(TaskAnswerCheck.<Object>evaluate(condition, known));
    } catch (FeelException e) {
      return true;
    }
  }

  private static <T> T evaluate(String expression, Map<String, Object> known) {
    FeelEngine feel =
        Context.getProcessEngineConfiguration().getDmnEngineConfiguration().getFeelEngine();
    return feel.evaluateSimpleExpression(expression, Variables.fromMap(known).asVariableContext());
  }
}
