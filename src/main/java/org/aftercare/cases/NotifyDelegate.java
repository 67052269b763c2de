package org.aftercare.cases;

import java.util.HashMap;
import java.util.Map;
import org.aftercare.engine.StepSettings;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.FactTypes;
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

  private final CaseNotices notices;
  private final FactTypes types;

  NotifyDelegate(CaseNotices notices, FactTypes types) {
    this.notices = notices;
    this.types = types;
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

  /**
   * A wording may name a variable of the process that is declared as a fact of some kind; mere text
   * is left out, since nobody has declared what it would be.
   */
  private Map<String, String> variables(DelegateExecution execution) {
    Map<String, String> facts = new HashMap<>();
    execution
        .getVariables()
        .forEach(
            (name, value) -> {
              if (value instanceof String text && types.of(name) != FactType.TEXT) {
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
