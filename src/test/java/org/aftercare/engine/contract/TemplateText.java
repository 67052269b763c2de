package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One element template in the making, in the words of Camunda's schema. */
final class TemplateText {

  private static final String SCHEMA =
      "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode template = JSON.createObjectNode();
  private final ArrayNode properties = JSON.createArrayNode();

  /**
   * @param step names the template: {@code org.aftercare.<step>}
   */
  TemplateText(String step, String name, String description) {
    template.put("$schema", SCHEMA);
    template.put("name", name);
    template.put("id", "org.aftercare." + step);
    template.put("description", description);
  }

  /** Makes a task of another type out of a plain one. */
  TemplateText makes(String type) {
    template.putArray("appliesTo").add("bpmn:Task").add(type);
    template.putObject("elementType").put("value", type);
    return this;
  }

  TemplateText appliesTo(String... types) {
    ArrayNode list = template.putArray("appliesTo");
    List.of(types).forEach(list::add);
    return this;
  }

  /** An attribute that is as it is. */
  TemplateText fixed(String attribute, String value) {
    hidden(value, "property").put("name", attribute);
    return this;
  }

  TemplateText fixed(String attribute, boolean value) {
    ObjectNode property = properties.addObject();
    property.put("type", "Hidden");
    property.put("value", value);
    property.putObject("binding").put("type", "property").put("name", attribute);
    return this;
  }

  /** An extension property that is as it is. */
  TemplateText fixedSetting(String name, String value) {
    hidden(value, "camunda:property").put("name", name);
    return this;
  }

  TemplateText choice(
      String attribute, String label, String help, String first, Map<String, String> choices) {
    field("Dropdown", label, help, first, "property", choices).put("name", attribute);
    return this;
  }

  TemplateText settingChoice(
      String name, String label, String help, String first, Map<String, String> choices) {
    field("Dropdown", label, help, first, "camunda:property", choices).put("name", name);
    return this;
  }

  /** An attribute that is typed, and must be. */
  TemplateText typed(
      String attribute, String label, String help, String pattern, String whatItMustBe) {
    ObjectNode binding = field("String", label, help, null, "property", Map.of());
    binding.put("name", attribute);
    ObjectNode property = (ObjectNode) properties.get(properties.size() - 1);
    ObjectNode constraints = property.putObject("constraints");
    constraints.put("notEmpty", true);
    constraints.putObject("pattern").put("value", pattern).put("message", whatItMustBe);
    return this;
  }

  TemplateText listener(String event, String expression) {
    hidden(expression, "camunda:executionListener")
        .put("event", event)
        .put("implementationType", "expression");
    return this;
  }

  TemplateText caseNumber() {
    hidden("#{execution.processBusinessKey}", "camunda:in:businessKey");
    return this;
  }

  TemplateText in(String target, String source, String help) {
    handed("Takes " + target, help, source, "camunda:in").put("target", target);
    return this;
  }

  TemplateText out(String source, String target, String help) {
    handed("Gives " + source, help, target, "camunda:out").put("source", source);
    return this;
  }

  private ObjectNode handed(String label, String help, String variable, String binding) {
    ObjectNode made = field("String", label, help, variable, binding, Map.of());
    ObjectNode property = (ObjectNode) properties.get(properties.size() - 1);
    property.putObject("constraints").put("notEmpty", true);
    return made;
  }

  private ObjectNode hidden(String value, String binding) {
    ObjectNode property = properties.addObject();
    property.put("type", "Hidden");
    property.put("value", value);
    return property.putObject("binding").put("type", binding);
  }

  private ObjectNode field(
      String type,
      String label,
      String help,
      String value,
      String binding,
      Map<String, String> choices) {
    ObjectNode property = properties.addObject();
    property.put("label", label);
    property.put("description", help);
    property.put("type", type);
    if (value != null) {
      property.put("value", value);
    }
    if (!choices.isEmpty()) {
      ArrayNode list = property.putArray("choices");
      choices.forEach((chosen, name) -> list.addObject().put("name", name).put("value", chosen));
    }
    ObjectNode made = property.putObject("binding").put("type", binding);
    if (type.equals("Dropdown")) {
      property.putObject("constraints").put("notEmpty", true);
    }
    return made;
  }

  /** The whole template; what it does not speak of can still be set in Modeler. */
  ObjectNode json() {
    ObjectNode whole = template.deepCopy();
    whole.put("entriesVisible", true);
    whole.set("properties", properties);
    return whole;
  }
}
