package org.aftercare.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.aftercare.engine.StepSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells somebody something. The element's extension properties say to whom ({@code to}: {@code
 * customer}, {@code supplier}, {@code shipper} or {@code team:<group>}), in which words ({@code
 * template}), which variable a fact of another name stands for ({@code fact.<name>}), whether it
 * cannot wait ({@code urgent}), and under which event the timeline keeps it ({@code timeline}; by
 * itself what the customer is told, under the template's name).
 */
@Component("notify")
class NotifyDelegate implements JavaDelegate {

  private static final String FACT = "fact.";

  /** Codes, days and instants. */
  private static final Pattern NAMEABLE =
      Pattern.compile("[A-Z][A-Z0-9_]*|\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?");

  private final CaseNotices notices;

  NotifyDelegate(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StepSettings settings = StepSettings.of(execution);
    Map<String, String> facts = variables(execution);
    facts.putAll(renamed(execution, settings));
    notices.tell(
        execution.getProcessBusinessKey(),
        execution.getActivityInstanceId(),
        new CaseNotices.Message(
            settings.text("to"),
            settings.text("template"),
            settings.find("timeline").orElse(null),
            settings.find("urgent").map(Boolean::parseBoolean).orElse(false),
            facts));
  }

  /** Variables hold codes and days, never personal data, so that a wording may name any of them. */
  private static Map<String, String> variables(DelegateExecution execution) {
    Map<String, String> facts = new HashMap<>();
    execution
        .getVariables()
        .forEach(
            (name, value) -> {
              if (value instanceof String text && NAMEABLE.matcher(text).matches()) {
                facts.put(name, text);
              }
            });
    return facts;
  }

  private static Map<String, String> renamed(DelegateExecution execution, StepSettings settings) {
    Map<String, String> facts = new HashMap<>();
    settings
        .startingWith(FACT)
        .forEach(
            (fact, variable) -> {
              Object value = execution.getVariable(variable);
              if (value != null) {
                facts.put(fact, value.toString());
              }
            });
    return facts;
  }
}
