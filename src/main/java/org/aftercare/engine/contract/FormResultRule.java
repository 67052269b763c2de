package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/** A form asks for its result by a choice that must be made, and explains each field. */
final class FormResultRule extends ModelRule {

  private static final Set<String> CHOICES = Set.of("radio", "select");

  FormResultRule() {
    super("form-result", "A task may only end with a result that the process knows.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (FormModel form : models.forms()) {
      if (form.components().stream().noneMatch(FormResultRule::isRequiredChoice)) {
        findings.accept(
            finding(
                form.file(),
                form.id(),
                "",
                "No choice must be made in the form.",
                "Ask for the result with a required radio or select."));
      }
      for (JsonNode component : form.components()) {
        boolean unexplained =
            component.path("label").asText().isBlank()
                || component.path("description").asText().isBlank();
        if (component.has("key") && unexplained) {
          findings.accept(
              finding(
                  form.file(),
                  component.path("id").asText(),
                  component.path("label").asText(),
                  "The field has no label or no help.",
                  "Give it a label and a description in plain English."));
        }
      }
    }
  }

  private static boolean isRequiredChoice(JsonNode component) {
    return CHOICES.contains(component.path("type").asText())
        && component.path("validate").path("required").asBoolean()
        && !FormModel.choices(component).isEmpty();
  }
}
