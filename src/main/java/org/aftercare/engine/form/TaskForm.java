package org.aftercare.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Camunda Form as the engine must know it: what may be answered where. */
final class TaskForm {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SHOWN = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  private final String id;
  private final List<FormField> fields = new ArrayList<>();
  private final StringBuilder shown = new StringBuilder();

  private TaskForm(JsonNode form) {
    this.id = form.path("id").asText();
    collect(form, List.of());
  }

  static TaskForm read(byte[] content) {
    try {
      return new TaskForm(JSON.readTree(content));
    } catch (IOException e) {
      throw new IllegalStateException("A deployed form is no JSON", e);
    }
  }

  private void collect(JsonNode parent, List<String> hiddenBy) {
    for (JsonNode component : parent.path("components")) {
      List<String> hiding = new ArrayList<>(hiddenBy);
      String hide = component.path("conditional").path("hide").asText();
      if (!hide.isBlank()) {
        hiding.add(expression(hide));
      }
      SHOWN
          .matcher(component.path("text").asText())
          .results()
          .forEach(result -> shown.append(result.group(1)).append('\n'));
      if (!component.path("key").asText().isEmpty()
          && !component.path("disabled").asBoolean()
          && !component.path("readonly").asBoolean()) {
        fields.add(FormField.of(component, List.copyOf(hiding)));
      }
      collect(component, hiding);
    }
  }

  /** FEEL as the engine reads it, of what a form marks as FEEL. */
  static String expression(String marked) {
    return marked.strip().replaceFirst("^=", "");
  }

  String id() {
    return id;
  }

  /** What a person can fill in. */
  List<FormField> fields() {
    return fields;
  }

  /** Whether a text of the form shows the variable, so that its earlier value is wanted there. */
  boolean shows(String key) {
    return Pattern.compile("\\b" + Pattern.quote(key) + "\\b").matcher(shown).find();
  }
}
