package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Camunda Form. */
final class FormModel {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A choice that an expression may offer: it stands there as a literal. */
  private static final Pattern OFFERED = Pattern.compile("\\bvalue\"?\\s*:\\s*\"([^\"]*)\"");

  private final ModelFile file;
  private final JsonNode form;

  private FormModel(ModelFile file, JsonNode form) {
    this.file = file;
    this.form = form;
  }

  static FormModel read(ModelFile file) throws UnreadableModelException {
    try {
      JsonNode form = JSON.readTree(file.content());
      if (form == null || !form.isObject()) {
        throw new UnreadableModelException("It is not a JSON object.");
      }
      return new FormModel(file, form);
    } catch (IOException e) {
      throw new UnreadableModelException(e.getMessage());
    }
  }

  ModelFile file() {
    return file;
  }

  String id() {
    return form.path("id").asText();
  }

  /** Every component, those within groups included. */
  List<JsonNode> components() {
    List<JsonNode> found = new ArrayList<>();
    collect(form, found);
    return found;
  }

  private static void collect(JsonNode parent, List<JsonNode> found) {
    for (JsonNode component : parent.path("components")) {
      found.add(component);
      collect(component, found);
    }
  }

  /** The values that a choice offers, with the types that they have in JSON. */
  static List<Object> choices(JsonNode component) {
    List<Object> choices = new ArrayList<>();
    for (JsonNode option : component.path("values")) {
      JsonNode choice = option.path("value");
      if (choice.isBoolean()) {
        choices.add(choice.booleanValue());
      } else {
        choices.add(choice.isNumber() ? choice.numberValue() : choice.asText());
      }
    }
    OFFERED
        .matcher(component.path("valuesExpression").asText())
        .results()
        .forEach(result -> choices.add(result.group(1)));
    return choices;
  }
}
