package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Free text is typed into the note only; all other text follows a pattern. */
final class FormFreeTextRule extends ModelRule {

  private static final String NOTE = "note";
  private static final int LONGEST_NOTE = 2000;

  FormFreeTextRule() {
    super(
        "form-free-text",
        "What people type may be personal; only the note is moved out of the engine's history.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (FormModel form : models.forms()) {
      for (JsonNode component : form.components()) {
        check(form, component, findings);
      }
    }
  }

  private void check(FormModel form, JsonNode component, Consumer<Finding> findings) {
    String type = component.path("type").asText();
    boolean note = component.path("key").asText().equals(NOTE);
    int longest = component.path("validate").path("maxLength").asInt();
    String problem = null;
    if (type.equals("textarea") && !note) {
      problem = "Free text is typed into another field than the note.";
    } else if (note && !type.equals("textarea")) {
      problem = "The note is no text area.";
    } else if (note && (longest < 1 || longest > LONGEST_NOTE)) {
      problem = "The note may be longer than %d characters.".formatted(LONGEST_NOTE);
    } else if (type.equals("textfield")
        && component.path("validate").path("pattern").asText().isBlank()) {
      problem = "The text follows no pattern.";
    }
    if (problem != null) {
      findings.accept(
          finding(
              form.file(),
              component.path("id").asText(),
              component.path("label").asText(),
              problem,
              "Take a text area with the key note and at most 2000 characters for free text, a pattern for a number or code."));
    }
  }
}
