package org.aftercare.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The step that an execution is at, as a delegate sees it: which case, which attempt, and typed
 * variables. What a step <em>decides</em> is set and stays; what it <em>weighs</em> is given to the
 * decision table that follows in the same transaction and is never stored.
 */
public final class Step {

  private final DelegateExecution execution;

  private Step(DelegateExecution execution) {
    this.execution = execution;
  }

  public static Step of(DelegateExecution execution) {
    return new Step(execution);
  }

  /** The business key; called processes carry their caller's. */
  public String caseNumber() {
    String caseNumber = execution.getProcessBusinessKey();
    if (caseNumber == null) {
      throw new IllegalStateException(
          "The process of step %s has no business key; hand the case number on to it."
              .formatted(execution.getCurrentActivityId()));
    }
    return caseNumber;
  }

  /** The key of a step that has one business attempt per process instance. */
  public StepKey key() {
    return key(1);
  }

  public StepKey key(int attempt) {
    return new StepKey(execution.getProcessInstanceId(), execution.getCurrentActivityId(), attempt);
  }

  /** A text variable; empty if it is not set. */
  public Optional<String> text(String name) {
    return typed(name, String.class);
  }

  public int number(String name, int otherwise) {
    return typed(name, Integer.class).orElse(otherwise);
  }

  /**
   * A whole number as a person has entered it into a form, which hands it on as an integer or a
   * double.
   *
   * @throws IllegalStateException if it is no whole number
   */
  public int entered(String name, int otherwise) {
    Object found = execution.getVariable(name);
    if (found == null) {
      return otherwise;
    }
    if (found instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return number.intValue();
    }
    throw new IllegalStateException(
        "The variable %s is no whole number, step %s needs one."
            .formatted(name, execution.getCurrentActivityId()));
  }

  /** A variable that is not set is {@code false}. */
  public boolean flag(String name) {
    return typed(name, Boolean.class).orElse(false);
  }

  private <T> Optional<T> typed(String name, Class<T> type) {
    Object found = execution.getVariable(name);
    if (found != null && !type.isInstance(found)) {
      throw new IllegalStateException(
          "The variable %s is a %s, step %s needs a %s."
              .formatted(
                  name,
                  found.getClass().getSimpleName(),
                  execution.getCurrentActivityId(),
                  type.getSimpleName()));
    }
    return Optional.ofNullable(type.cast(found));
  }

  /** Stores a code in capitals. */
  public void set(String name, String code) {
    execution.setVariable(name, Variables.stringValue(code));
  }

  public void set(String name, int number) {
    execution.setVariable(name, Variables.integerValue(number));
  }

  public void set(String name, boolean flag) {
    execution.setVariable(name, Variables.booleanValue(flag));
  }

  /** Gives a code to the next decision; {@code null} is no value there. */
  public void weigh(String name, String code) {
    execution.setVariable(name, Variables.stringValue(code, true));
  }

  public void weigh(String name, int number) {
    execution.setVariable(name, Variables.integerValue(number, true));
  }

  /** {@code null} tells the decision that nobody knows. */
  public void weigh(String name, Integer number) {
    execution.setVariable(name, Variables.integerValue(number, true));
  }

  public void weigh(String name, double number) {
    execution.setVariable(name, Variables.doubleValue(number, true));
  }

  public void weigh(String name, boolean flag) {
    execution.setVariable(name, Variables.booleanValue(flag, true));
  }

  /** Gives a day to the next decision, which reads it with {@code date(…)}. */
  public void weigh(String name, LocalDate day) {
    // DMN's FEEL reads a date variable in the zone of the JVM.
    execution.setVariable(
        name,
        Variables.dateValue(Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant()), true));
  }
}
