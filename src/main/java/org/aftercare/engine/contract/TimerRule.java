package org.aftercare.engine.contract;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** A timer is an ISO 8601 duration or asks a bean for its date. */
final class TimerRule extends ProcessRule {

  TimerRule() {
    super("timer", "A timer that cannot be read stops the case where it should have gone on.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (TimerEventDefinition timer : process.all(TimerEventDefinition.class)) {
      if (!isFine(timer) && timer.getParentElement() instanceof Event event) {
        findings.accept(
            finding(
                process,
                event,
                "Its time is neither an ISO 8601 duration nor asked of a bean.",
                "Write a duration such as P14D, or a date as ${bean.method(execution)}."));
      }
    }
  }

  private static boolean isFine(TimerEventDefinition timer) {
    TimeDate date = timer.getTimeDate();
    if (date != null) {
      return asksBean(date.getTextContent());
    }
    if (timer.getTimeDuration() == null) {
      return false;
    }
    String duration = timer.getTimeDuration().getTextContent().strip();
    return asksBean(duration) || isDuration(duration);
  }

  private static boolean asksBean(String text) {
    try {
      return ModelExpression.isExpression(text)
          && ModelExpression.parse(text) instanceof ModelExpression.Call;
    } catch (ForbiddenExpressionException e) {
      return false;
    }
  }

  private static boolean isDuration(String text) {
    try {
      return !Duration.parse(text).isNegative();
    } catch (DateTimeParseException e) {
      try {
        return !Period.parse(text).isNegative();
      } catch (DateTimeParseException f) {
        return false;
      }
    }
  }
}
