package org.aftercare.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aftercare.engine.StepSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells somebody something. The element's extension properties say to whom ({@code to}: {@code
 * customer}, {@code supplier}, {@code shipper} or {@code team:<group>}), in which words ({@code
 * template}), which variables they name beside the flow's facts ({@code fact.<name>}), and what the
 * timeline says of it ({@code timeline}).
 */
@Component("notify")
class NotifyDelegate implements JavaDelegate {

  private static final String FACT = "fact.";

  private final CaseNotices notices;

  NotifyDelegate(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StepSettings settings = StepSettings.of(execution);
    notices.tell(
        execution.getProcessBusinessKey(),
        execution.getActivityInstanceId(),
        new CaseNotices.Message(
            settings.text("to"),
            settings.text("template"),
            settings.find("timeline").orElse(null),
            facts(execution, settings)));
  }

  private static Map<String, String> facts(DelegateExecution execution, StepSettings settings) {
    Map<String, String> facts = new LinkedHashMap<>();
    settings
        .startingWith(FACT)
        .forEach(
            (fact, variable) -> {
              Object code = execution.getVariable(variable);
              if (code != null) {
                facts.put(fact, code.toString());
              }
            });
    return facts;
  }
}
