package org.aftercare.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts are well formed, and say the same as the records of the ports. */
class ContractsTest {

  private static final Map<String, Class<?>> PORTS =
      Map.of(
          "crm", Crm.class,
          "orders", Orders.class,
          "contracts", Contracts.class,
          "parts", Parts.class,
          "shipping", Shipping.class,
          "booking", Booking.class,
          "billing", Billing.class,
          "accounting", Accounting.class);

  /** Ports beside the first of a contract that is large enough for more. */
  private static final Map<String, List<Class<?>>> FURTHER_PORTS =
      Map.of(
          "orders", List.of(ServiceOrders.class),
          "billing", List.of(Subscriptions.class, Receivables.class),
          "accounting", List.of(Revenue.class));

  static Stream<String> ports() {
    return PORTS.keySet().stream().sorted();
  }

  static Stream<String> all() {
    return Stream.concat(ports(), Stream.of("sms", "callbacks"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isWellFormed(String system) {
    Contract contract = Contract.of(system);
    JsonNode document = contract.document();

    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    assertThat(document.at("/info/title").asText()).isNotBlank();
    assertThat(document.at("/info/version").asText()).isNotBlank();
    assertThat(document.at("/info/description").asText()).isNotBlank();
    for (String reference : references(document)) {
      assertThat(reference).startsWith("#/");
      assertThat(document.at(reference.substring(1)).isMissingNode())
          .as("%s leads somewhere", reference)
          .isFalse();
    }
    assertThat(contract.operations()).isNotEmpty();
    assertThat(contract.operations().stream().map(Contract.Operation::id))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    for (Contract.Operation operation : contract.operations()) {
      isDescribed(contract, operation);
    }
  }

  private static void isDescribed(Contract contract, Contract.Operation operation) {
    JsonNode node = operation.node();
    assertThat(node.path("summary").asText()).isNotBlank();
    assertThat(node.path("description").asText()).isNotBlank();
    Set<String> described = new TreeSet<>();
    for (JsonNode parameter : node.path("parameters")) {
      JsonNode resolved = contract.resolved(parameter);
      assertThat(resolved.path("description").asText()).isNotBlank();
      assertThat(resolved.has("schema")).isTrue();
      assertThat(resolved.has("example")).isTrue();
      if (resolved.path("in").asText().equals("path")) {
        described.add(resolved.path("name").asText());
      }
    }
    assertThat(placeholders(operation.path())).isEqualTo(described);
    node.path("responses")
        .properties()
        .forEach(
            response -> {
              JsonNode resolved = contract.resolved(response.getValue());
              assertThat(resolved.path("description").asText())
                  .as("%s answers %s", operation.id(), response.getKey())
                  .isNotBlank();
              if (!response.getKey().startsWith("2")) {
                assertThat(resolved.path("content").has("application/problem+json"))
                    .as("%s answers %s with a problem", operation.id(), response.getKey())
                    .isTrue();
              }
            });
    if (operation.changes() && !contract.system().equals("callbacks")) {
      assertThat(references(node)).contains("#/components/parameters/IdempotencyKey");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesExamplesThatKeepTheContract(String system) {
    Contract contract = Contract.of(system);
    Set<String> shown = new HashSet<>();
    everyContent(contract)
        .forEach(
            content -> {
              List<JsonNode> examples = examplesIn(contract, content);
              assertThat(examples).as("an example for %s", content).isNotEmpty();
              for (JsonNode example : examples) {
                assertThat(schemaNames(content.get("schema")))
                    .as("a schema that %s keeps", example)
                    .anySatisfy(
                        name -> {
                          assertThat(contract.faults(name, example)).isEmpty();
                          shown.add(name);
                        });
              }
            });
    List<String> schemas = new ArrayList<>();
    contract.document().at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
    // A part of another schema is shown within it.
    assertThat(schemas).allSatisfy(name -> assertThat(used(contract, name, shown)).isTrue());
  }

  private static boolean used(Contract contract, String name, Set<String> shown) {
    return shown.contains(name)
        || shown.stream()
            .flatMap(other -> schemaNames(contract.schema(other)).stream())
            .anyMatch(part -> used(contract, name, Set.of(part)));
  }

  @ParameterizedTest
  @MethodSource("ports")
  void saysTheSameAsThePort(String system) throws ClassNotFoundException {
    Contract contract = Contract.of(system);
    Set<Class<?>> described = new HashSet<>();
    List<String> names = new ArrayList<>();
    contract.document().at("/components/schemas").fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (name.equals("Problem") || name.endsWith("Refusal")) {
        continue;
      }
      Class<?> type = recordOf(system, name);
      described.add(type);
      agrees(contract.schema(name), type);
    }
    List<Class<?>> records =
        portsOf(system).stream()
            .flatMap(port -> Arrays.stream(port.getDeclaredClasses()))
            .filter(Class::isRecord)
            .toList();
    assertThat(described).as("each record of the port has a schema").containsAll(records);
  }

  private static void agrees(JsonNode schema, Class<?> type) {
    Map<String, String> properties = new TreeMap<>();
    schema
        .get("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), form(property.getValue())));
    Map<String, String> components =
        Arrays.stream(type.getRecordComponents())
            .collect(
                Collectors.toMap(
                    RecordComponent::getName,
                    component -> form(component.getGenericType()),
                    (a, b) -> a,
                    TreeMap::new));
    assertThat(properties).as(type.getSimpleName()).isEqualTo(components);
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode property = schema.at("/properties/" + component.getName());
      if (component.getType().isEnum()) {
        assertThat(texts(property.get("enum")))
            .containsExactlyInAnyOrderElementsOf(
                Arrays.stream(component.getType().getEnumConstants())
                    .map(Object::toString)
                    .toList());
      }
      if (component.getType().isPrimitive()) {
        assertThat(texts(schema.get("required"))).contains(component.getName());
      }
      assertThat(texts(schema.get("required")).contains(component.getName()))
          .as("%s.%s is either required or may be null", type.getSimpleName(), component.getName())
          .isNotEqualTo(texts(property.path("type")).contains("null"));
    }
  }

  /** The form of a field, in words that both sides share. */
  private static String form(JsonNode property) {
    if (property.has("$ref")) {
      String reference = property.get("$ref").asText();
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    List<String> types =
        texts(property.get("type")).stream().filter(t -> !t.equals("null")).toList();
    assertThat(types).hasSize(1);
    return switch (types.get(0)) {
      case "array" -> "list of " + form(property.get("items"));
      case "string" ->
          property.has("enum") || !property.has("format")
              ? "string"
              : property.get("format").asText();
      default -> types.get(0);
    };
  }

  private static String form(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return "list of " + form(list.getActualTypeArguments()[0]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class || plain.isEnum()) {
      return "string";
    }
    if (plain == int.class) {
      return "integer";
    }
    if (plain == boolean.class) {
      return "boolean";
    }
    if (plain == BigDecimal.class) {
      return "number";
    }
    if (plain == LocalDate.class) {
      return "date";
    }
    if (plain == Instant.class) {
      return "date-time";
    }
    assertThat(plain).isRecord();
    return plain.getSimpleName();
  }

  private static List<Class<?>> portsOf(String system) {
    return Stream.concat(
            Stream.<Class<?>>of(PORTS.get(system)),
            FURTHER_PORTS.getOrDefault(system, List.of()).stream())
        .toList();
  }

  private static Class<?> recordOf(String system, String name) throws ClassNotFoundException {
    for (Class<?> port : portsOf(system)) {
      for (String candidate :
          List.of(
              port.getName() + "$" + name,
              "org.aftercare.systems." + name,
              "org.aftercare.systems." + system + "." + port.getSimpleName() + "Api$" + name)) {
        try {
          return Class.forName(candidate);
        } catch (ClassNotFoundException notThere) {
          continue;
        }
      }
    }
    throw new ClassNotFoundException("No record for schema " + name + " of " + system);
  }

  /** A check that cannot fail would prove nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"expectedOn", "inStock", "reservationId"})
  void noticesDrift(String field) {
    JsonNode drifted = Contract.of("parts").schema("Reservation").deepCopy();
    ((ObjectNode) drifted.get("properties")).remove(field);

    assertThatThrownBy(() -> agrees(drifted, Parts.Reservation.class))
        .isInstanceOf(AssertionError.class);
  }

  private static Stream<JsonNode> everyContent(Contract contract) {
    return contract.document().findValues("content").stream()
        .filter(JsonNode::isObject)
        .flatMap(content -> StreamSupport.stream(content.spliterator(), false))
        .filter(media -> media.has("schema"));
  }

  private static List<JsonNode> examplesIn(Contract contract, JsonNode content) {
    List<JsonNode> found = new ArrayList<>();
    if (content.has("example")) {
      found.add(content.get("example"));
    }
    content.path("examples").forEach(example -> found.add(contract.resolved(example).get("value")));
    return found;
  }

  private static List<String> schemaNames(JsonNode schema) {
    return references(schema).stream()
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .toList();
  }

  private static List<String> references(JsonNode node) {
    return node.findValuesAsText("$ref");
  }

  private static Set<String> placeholders(String path) {
    return Arrays.stream(path.split("/"))
        .filter(step -> step.startsWith("{"))
        .map(step -> step.substring(1, step.length() - 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> texts(JsonNode node) {
    if (node == null || node.isMissingNode()) {
      return List.of();
    }
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }
}
