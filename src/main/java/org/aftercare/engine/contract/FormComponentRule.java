package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A form uses only what Tasklist can show. The form's schema version does not tell: Camunda Modeler
 * writes its own, newer one into every form that it saves, whatever is in it.
 */
final class FormComponentRule extends ModelRule {

  private static final Set<String> SHOWN =
      Set.of(
          "text",
          "textfield",
          "number",
          "textarea",
          "select",
          "radio",
          "checklist",
          "taglist",
          "checkbox",
          "datetime",
          "group",
          "separator",
          "spacer",
          "table",
          "html");

  FormComponentRule() {
    super("form-component", "A component that Tasklist does not know breaks the whole form.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (FormModel form : models.forms()) {
      for (JsonNode component : form.components()) {
        String type = component.path("type").asText();
        if (!SHOWN.contains(type)) {
          findings.accept(
              finding(
                  form.file(),
                  component.path("id").asText(),
                  component.path("label").asText(),
                  "Tasklist does not show a %s.".formatted(type),
                  "Use one of %s.".formatted(SHOWN.stream().sorted().toList())));
        }
      }
    }
  }
}
