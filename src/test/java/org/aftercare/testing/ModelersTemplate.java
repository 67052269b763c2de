package org.aftercare.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** An element template of the models' folder, applied to an element as Camunda Modeler does. */
public final class ModelersTemplate {

  /** Where Camunda Modeler looks for the templates of the models in {@code bpmn}. */
  public static final Path FOLDER = Path.of("bpmn", ".camunda", "element-templates");

  private static final String CAMUNDA = "camunda:";

  private final JsonNode template;

  private ModelersTemplate(JsonNode template) {
    this.template = template;
  }

  /** Every template of every file. */
  public static List<ModelersTemplate> all() {
    List<ModelersTemplate> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        JsonNode content = new ObjectMapper().readTree(Files.readString(file));
        (content.isArray() ? content : new ObjectMapper().createArrayNode().add(content))
            .forEach(template -> found.add(new ModelersTemplate(template)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /**
   * @param step for example {@code notify-supplier}
   */
  public static ModelersTemplate of(String step) {
    return all().stream()
        .filter(template -> template.id().equals("org.aftercare." + step))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no template " + step));
  }

  public String id() {
    return template.get("id").asText();
  }

  /** The type of element that comes out, such as {@code sendTask}. */
  public String elementType() {
    String type = template.at("/elementType/value").asText(template.at("/appliesTo/0").asText());
    String name = type.substring(type.indexOf(':') + 1);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** What a modeler fills in. */
  public List<JsonNode> fields() {
    List<JsonNode> fields = new ArrayList<>();
    template
        .get("properties")
        .forEach(
            property -> {
              if (!property.get("type").asText().equals("Hidden")) {
                fields.add(property);
              }
            });
    return fields;
  }

  /**
   * Sets what the template says.
   *
   * @param answers what the modeler fills in, by label; what is missing stays as proposed
   * @throws IllegalArgumentException if Modeler would not take an answer, or marks it as wrong
   */
  public void applyTo(BaseElement element, Map<String, String> answers) {
    if (!element.getElementType().getTypeName().equals(elementType())) {
      throw new IllegalArgumentException(
          "%s is not for a %s".formatted(id(), element.getElementType().getTypeName()));
    }
    Set<String> unknown = new TreeSet<>(answers.keySet());
    fields().forEach(field -> unknown.remove(field.get("label").asText()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("%s has no %s".formatted(id(), unknown));
    }
    element.setAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "modelerTemplate", id());
    template.get("properties").forEach(property -> set(element, property, answers));
  }

  private void set(BaseElement element, JsonNode property, Map<String, String> answers) {
    String label = property.path("label").asText();
    String value = answers.getOrDefault(label, property.path("value").asText());
    if (!property.get("type").asText().equals("Hidden")) {
      requireTaken(property, label, value);
    }
    JsonNode binding = property.get("binding");
    switch (binding.get("type").asText()) {
      case "property" -> setAttribute(element, binding.get("name").asText(), value);
      case "camunda:property" -> addProperty(element, binding.get("name").asText(), value);
      case "camunda:executionListener" -> {
        CamundaExecutionListener listener = add(element, CamundaExecutionListener.class);
        listener.setAttributeValue(binding.get("implementationType").asText(), value);
        listener.setCamundaEvent(binding.get("event").asText());
      }
      case "camunda:in:businessKey" -> add(element, CamundaIn.class).setCamundaBusinessKey(value);
      case "camunda:in" -> {
        CamundaIn in = add(element, CamundaIn.class);
        in.setCamundaSource(value);
        in.setCamundaTarget(binding.get("target").asText());
      }
      case "camunda:out" -> {
        CamundaOut out = add(element, CamundaOut.class);
        out.setCamundaSource(binding.get("source").asText());
        out.setCamundaTarget(value);
      }
      default -> throw new IllegalArgumentException("No template binds a " + binding);
    }
  }

  private void requireTaken(JsonNode property, String label, String value) {
    String type = property.get("type").asText();
    JsonNode constraints = property.path("constraints");
    boolean taken =
        type.equals("Dropdown")
            ? property.get("choices").findValuesAsText("value").contains(value)
            : !constraints.path("notEmpty").asBoolean() || !value.isEmpty();
    if (taken && constraints.has("pattern")) {
      taken = value.matches(constraints.at("/pattern/value").asText());
    }
    if (!taken) {
      throw new IllegalArgumentException(
          "%s does not take '%s' as %s".formatted(id(), value, label));
    }
  }

  private static void setAttribute(BaseElement element, String name, String value) {
    if (name.startsWith(CAMUNDA)) {
      element.setAttributeValueNs(
          BpmnModelConstants.CAMUNDA_NS, name.substring(CAMUNDA.length()), value);
    } else {
      element.setAttributeValue(name, value);
    }
  }

  private static void addProperty(BaseElement element, String name, String value) {
    CamundaProperties properties =
        extensions(element).getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .findFirst()
            .orElseGet(() -> add(element, CamundaProperties.class));
    CamundaProperty property = element.getModelInstance().newInstance(CamundaProperty.class);
    property.setCamundaName(name);
    property.setCamundaValue(value);
    properties.getCamundaProperties().add(property);
  }

  private static <T extends ModelElementInstance> T add(BaseElement element, Class<T> type) {
    return extensions(element).addExtensionElement(type);
  }

  private static ExtensionElements extensions(BaseElement element) {
    if (element.getExtensionElements() == null) {
      element.setExtensionElements(element.getModelInstance().newInstance(ExtensionElements.class));
    }
    return element.getExtensionElements();
  }
}
