package org.aftercare.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One system's contract as its OpenAPI description says. */
public final class Contract {

  private static final ObjectMapper YAML = new YAMLMapper();

  private final String system;
  private final JsonNode document;
  private final Map<String, JsonSchema> compiled = new TreeMap<>();

  private Contract(String system, JsonNode document) {
    this.system = system;
    this.document = document;
  }

  public static Contract of(String system) {
    try (InputStream in = Contract.class.getResourceAsStream("/contracts/" + system + ".yaml")) {
      return new Contract(system, YAML.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String system() {
    return system;
  }

  public JsonNode document() {
    return document;
  }

  public JsonNode schema(String name) {
    JsonNode schema = document.at("/components/schemas/" + name);
    if (schema.isMissingNode()) {
      throw new AssertionError(system + " has no schema " + name);
    }
    return schema;
  }

  /** What is wrong with a document by a schema of the contract. */
  public Set<ValidationMessage> faults(String schemaName, JsonNode content) {
    return compiled.computeIfAbsent(schemaName, this::compile).validate(content);
  }

  private JsonSchema compile(String name) {
    ObjectNode root = YAML.createObjectNode();
    root.put("$ref", "#/components/schemas/" + name);
    root.set("components", document.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** The named examples of a reply that are of one schema. */
  public Map<String, JsonNode> examplesOf(String schemaName) {
    Map<String, JsonNode> found = new TreeMap<>();
    document
        .at("/components/examples")
        .properties()
        .forEach(
            example -> {
              if (faults(schemaName, example.getValue().get("value")).isEmpty()) {
                found.put(example.getKey(), example.getValue().get("value"));
              }
            });
    return found;
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  public Operation operation(String operationId) {
    return operations().stream()
        .filter(operation -> operation.id().equals(operationId))
        .findFirst()
        .orElseThrow(() -> new AssertionError(system + " has no operation " + operationId));
  }

  /** The object that a local reference leads to, or the node itself. */
  public JsonNode resolved(JsonNode node) {
    JsonNode reference = node.get("$ref");
    return reference == null ? node : document.at(reference.textValue().substring(1));
  }

  private static String nameOf(JsonNode reference) {
    String text = reference.path("$ref").asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** One operation of the contract. */
  public record Operation(String path, String method, JsonNode node) {

    public String id() {
      return node.path("operationId").asText();
    }

    boolean changes() {
      return method.equals("post");
    }

    /** The path with the contract's own example for each parameter. */
    String examplePath() {
      String filled = path;
      for (JsonNode parameter : node.path("parameters")) {
        if ("path".equals(parameter.path("in").asText())) {
          filled =
              filled.replace(
                  "{" + parameter.get("name").asText() + "}", parameter.get("example").asText());
        }
      }
      return filled;
    }

    /** The schema of the request's body, or {@code null} without one. */
    String requestSchema() {
      JsonNode schema = node.at("/requestBody/content/application~1json/schema");
      return schema.isMissingNode() ? null : nameOf(schema);
    }

    /** The schemas that a reply may have. */
    List<String> replySchemas() {
      JsonNode schema = node.at("/responses/200/content/application~1json/schema");
      if (schema.has("anyOf")) {
        List<String> names = new ArrayList<>();
        schema.get("anyOf").forEach(choice -> names.add(nameOf(choice)));
        return names;
      }
      return List.of(nameOf(schema));
    }

    boolean mayKnowNothing() {
      return node.path("responses").has("404");
    }

    /** The refusal's problems as the contract shows them, by code. */
    Map<String, JsonNode> refusals() {
      Map<String, JsonNode> found = new TreeMap<>();
      node.at("/responses/409/content/application~1problem+json/examples")
          .properties()
          .forEach(example -> found.put(example.getKey(), example.getValue().get("value")));
      return found;
    }

    /** The refusal's schema, or {@code null} for an operation that is never refused. */
    String refusalSchema() {
      JsonNode schema = node.at("/responses/409/content/application~1problem+json/schema");
      return schema.isMissingNode() ? null : nameOf(schema);
    }
  }
}
