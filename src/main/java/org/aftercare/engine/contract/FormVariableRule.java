package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a form writes, the process declares, with every value that can be chosen. */
final class FormVariableRule extends ProcessRule {

  private static final String NOTE = "note";

  FormVariableRule() {
    super("form-variable", "A choice that no gateway knows sends the case down the default way.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (UserTask task : process.all(UserTask.class)) {
      Optional.ofNullable(task.getCamundaFormRef())
          .flatMap(models::form)
          .ifPresent(form -> check(process, task, form, findings));
    }
  }

  private void check(
      ProcessModel process, UserTask task, FormModel form, Consumer<Finding> findings) {
    for (JsonNode component : form.components()) {
      String key = component.path("key").asText();
      if (key.isEmpty() || key.equals(NOTE)) {
        continue;
      }
      Optional<DeclaredVariable> variable = process.variable(key);
      if (variable.isEmpty()) {
        findings.accept(
            finding(
                process,
                task,
                "Its form %s writes the variable %s, which is not declared."
                    .formatted(form.id(), key),
                "Declare it as the process's extension property variable.%s.".formatted(key)));
        continue;
      }
      FormModel.choices(component).stream()
          .filter(choice -> !variable.get().accepts(choice))
          .forEach(
              choice ->
                  findings.accept(
                      finding(
                          process,
                          task,
                          "Its form %s offers %s, but %s is declared as %s."
                              .formatted(form.id(), choice, key, variable.get().describe()),
                          "Add the value to the declaration and give it a way, or take it out of the form.")));
    }
  }
}
