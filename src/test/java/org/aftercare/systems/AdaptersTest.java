package org.aftercare.systems;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every port, over HTTP, against the contract that the port's system gave. */
class AdaptersTest {

  /** Stands for somebody's data in a reply; nothing of it may come out again. */
  private static final String SECRET = "Zlatan-Secret";

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /** Patient, for what is tested here is never the time limit. */
  @RegisterExtension
  static final ConnectedAdapters adapters =
      new ConnectedAdapters(
          Stream.concat(
                  ConnectedAdapters.SYSTEMS.stream().map(system -> system + ".timeout=30s"),
                  Stream.of("guards.read-pause=1ms"))
              .toArray(String[]::new));

  static Stream<PortCall> calls() {
    return PortCall.all().stream();
  }

  @Test
  void everyOperationOfEveryContractHasAMethod() {
    Set<String> called = new HashSet<>();
    calls().forEach(call -> called.add(call.toString()));
    Set<String> described = new HashSet<>();
    for (String system : ConnectedAdapters.SYSTEMS) {
      for (Contract.Operation operation : Contract.of(system).operations()) {
        for (String reply : operation.replySchemas()) {
          described.add(system + " " + operation.id() + " → " + reply);
        }
      }
    }
    assertThat(called).isEqualTo(described);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void givesWhatTheSystemAnswers(PortCall call) throws IOException {
    Map<String, JsonNode> examples = call.contract().examplesOf(call.reply());
    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples.values()) {
      answer(example);

      Object given = call.make(adapters);

      assertThat(given).isEqualTo(JSON.treeToValue(example, given.getClass()));
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void asksAsTheContractSays(PortCall call) throws IOException {
    answer(call.contract().examplesOf(call.reply()).values().iterator().next());
    Contract.Operation operation = call.contract().operation(call.operation());

    call.make(adapters);

    LoggedRequest request = onlyRequest();
    assertThat(request.getMethod().getName()).isEqualToIgnoringCase(operation.method());
    String path = URLDecoder.decode(request.getUrl().split("\\?")[0], StandardCharsets.UTF_8);
    assertThat(path).isEqualTo("/" + call.system() + operation.examplePath());
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        assertThat(request.queryParameter(parameter.get("name").asText()).firstValue())
            .isEqualTo(parameter.get("example").asText());
      }
    }
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer token-of-" + call.system());
    assertThat(request.getHeader("Idempotency-Key"))
        .isEqualTo(operation.changes() ? PortCall.KEY : null);
    if (operation.requestSchema() == null) {
      assertThat(request.getBodyAsString()).isEmpty();
    } else {
      JsonNode body = JSON.readTree(request.getBody());
      assertThat(call.contract().faults(operation.requestSchema(), body)).isEmpty();
      assertThat(body.properties().stream().map(Map.Entry::getKey))
          .as("fields beyond the contract")
          .isSubsetOf(
              call
                  .contract()
                  .schema(operation.requestSchema())
                  .get("properties")
                  .properties()
                  .stream()
                  .map(Map.Entry::getKey)
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesWithoutWhatMayBeMissingAndLeavesAsideWhatIsNew(PortCall call) {
    for (JsonNode example : call.contract().examplesOf(call.reply()).values()) {
      for (Broken lawful : lawful(call, example)) {
        answer(lawful.reply());

        assertThat(call.make(adapters)).as(lawful.what()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void refusesAReplyThatBreaksTheContract(PortCall call) {
    JsonNode example = call.contract().examplesOf(call.reply()).values().iterator().next();
    List<Broken> replies = broken(call, example);
    assertThat(replies).hasSizeGreaterThan(3);
    for (Broken broken : replies) {
      adapters.reset();
      answer(broken.reply());

      Throwable thrown = catchThrowable(() -> call.make(adapters));

      assertThat(thrown)
          .as(broken.what())
          .isInstanceOf(SystemUnavailableException.class)
          .hasMessageStartingWith(call.system() + ": ")
          .hasMessageContaining("broke its contract");
      tellsNothing(thrown);
      assertThat(onlyRequest()).as("asking again would not help").isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void refusesWhatIsNoReplyAtAll(PortCall call) {
    Map<String, ResponseDefinitionBuilder> replies =
        Map.of(
            "half a document", json("{\"name\": \"" + SECRET),
            "another document", json("[\"" + SECRET + "\"]"),
            "two documents", json("{} {}"),
            "no content", aResponse().withStatus(204),
            "an empty body", json(""),
            "null", json("null"),
            "a page",
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody("<p>" + SECRET + "</p>"),
            "no format", aResponse().withBody(SECRET),
            "somewhere else", aResponse().withStatus(302).withHeader("Location", "/" + SECRET),
            "another client's fault", json("{}").withStatus(400));
    replies.forEach(
        (what, reply) -> {
          adapters.reset();
          answer(reply);

          Throwable thrown = catchThrowable(() -> call.make(adapters));

          assertThat(thrown)
              .as(what)
              .isInstanceOf(SystemUnavailableException.class)
              .hasMessageStartingWith(call.system() + ": ");
          tellsNothing(thrown);
        });
  }

  @Test
  void stopsReadingAReplyThatDoesNotEnd() {
    answer(json("{\"filingId\": \"F-1\", \"x\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}"));

    assertThatThrownBy(() -> adapters.get(Crm.class).findFiled(PortCall.KEY))
        .isInstanceOf(SystemUnavailableException.class);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void knowsTheContractsRefusalsAndNoOthers(PortCall call) throws IOException {
    Contract.Operation operation = call.contract().operation(call.operation());
    // Under a key, a change answers what it would have answered itself.
    Map<String, JsonNode> refusals = refusalsOf(call, operation);
    for (Map.Entry<String, JsonNode> refusal : refusals.entrySet()) {
      adapters.reset();
      answer(problem(409, JSON.writeValueAsString(refusal.getValue())));

      assertThatThrownBy(() -> call.make(adapters))
          .isInstanceOfSatisfying(
              SystemRefusalException.class,
              thrown -> {
                assertThat(thrown.system()).isEqualTo(call.system());
                assertThat(thrown.code()).isEqualTo(refusal.getKey());
              });
      assertThat(onlyRequest()).isNotNull();
    }
    for (ResponseDefinitionBuilder unknown :
        List.of(
            problem(409, "{\"status\": 409, \"code\": \"" + SECRET + "\"}"),
            problem(409, "{\"status\": 409}"),
            problem(409, "{\"status\": 409, \"code\": 7}"),
            problem(409, "<" + SECRET),
            problem(409, ""),
            json("{\"code\": \"SOLD_OUT\"}").withStatus(409),
            aResponse().withStatus(409))) {
      adapters.reset();
      answer(unknown);

      Throwable thrown = catchThrowable(() -> call.make(adapters));

      assertThat(thrown)
          .isInstanceOf(SystemUnavailableException.class)
          .hasMessageContaining("refused for a reason that its contract does not know");
      tellsNothing(thrown);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void readsNothingFromA404(PortCall call) {
    answer(problem(404, "{\"status\": 404, \"title\": \"Not found\"}"));
    Contract.Operation operation = call.contract().operation(call.operation());

    boolean alwaysKnown = Set.of("estimate", "sales").contains(call.operation());
    if (operation.changes() || alwaysKnown) {
      assertThatThrownBy(() -> call.make(adapters)).isInstanceOf(SystemUnavailableException.class);
    } else {
      assertThat(operation.mayKnowNothing()).isTrue();
      Object given = call.make(adapters);
      if (call.operation().equals("guarantee")) {
        assertThat(given).isEqualTo(new Contracts.Guarantee("NK-RF-300-0001", null, 0));
      } else if (call.operation().equals("orderCount")) {
        assertThat(given).isEqualTo(new Orders.OrderCount(0, 0));
      } else {
        assertThat(given).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void triesAReadTwiceAndAChangeOnce(PortCall call) {
    Contract.Operation operation = call.contract().operation(call.operation());
    for (ResponseDefinitionBuilder fault :
        List.of(
            problem(500, "{\"detail\": \"" + SECRET + "\"}"),
            problem(503, "{}"),
            problem(429, "{}"),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))) {
      adapters.reset();
      answer(fault);

      Throwable thrown = catchThrowable(() -> call.make(adapters));

      assertThat(thrown)
          .isInstanceOf(SystemUnavailableException.class)
          .hasMessageStartingWith(call.system() + ": ");
      tellsNothing(thrown);
      // A broken connection makes the JDK's client itself read once more in each try; never write.
      assertThat(adapters.partner().getAllServeEvents())
          .as("%s", fault.build())
          .hasSizeBetween(operation.changes() ? 1 : 2, operation.changes() ? 1 : 4);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void recoversWithinOneReadAndNotWithinAChange(PortCall call) {
    Contract.Operation operation = call.contract().operation(call.operation());
    adapters.partner().resetAll();
    adapters
        .partner()
        .stubFor(
            any(anyUrl())
                .inScenario("recovers")
                .whenScenarioStateIs("Started")
                .willSetStateTo("well")
                .willReturn(problem(503, "{}")));
    adapters
        .partner()
        .stubFor(
            any(anyUrl())
                .inScenario("recovers")
                .whenScenarioStateIs("well")
                .willReturn(
                    json(
                        call.contract()
                            .examplesOf(call.reply())
                            .values()
                            .iterator()
                            .next()
                            .toString())));

    if (operation.changes()) {
      assertThatThrownBy(() -> call.make(adapters)).isInstanceOf(SystemUnavailableException.class);
    } else {
      assertThat(call.make(adapters)).isNotNull();
    }
  }

  private static void tellsNothing(Throwable thrown) {
    StringWriter everything = new StringWriter();
    thrown.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain(SECRET).doesNotContain("Astrid");
  }

  private static Map<String, JsonNode> refusalsOf(PortCall call, Contract.Operation operation) {
    if (!call.operation().equals("operation")) {
      return operation.refusals();
    }
    return call.contract().operations().stream()
        .filter(other -> other.changes() && other.replySchemas().contains(call.reply()))
        .findFirst()
        .orElseThrow()
        .refusals();
  }

  private static void answer(JsonNode body) {
    answer(json(body.toString()));
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    adapters.partner().resetAll();
    adapters.partner().stubFor(any(anyUrl()).willReturn(answer));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private static ResponseDefinitionBuilder problem(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/problem+json")
        .withBody(body);
  }

  private static LoggedRequest onlyRequest() {
    List<LoggedRequest> requests =
        adapters.partner().getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  /** A reply, and in what it differs from one of the contract's examples. */
  private record Broken(String what, JsonNode reply) {}

  private static List<Broken> lawful(PortCall call, JsonNode example) {
    List<Broken> found = new ArrayList<>();
    change(
        call.contract(),
        call.contract().schema(call.reply()),
        "",
        (schema, required, path) -> {
          if (!required) {
            found.add(new Broken("without " + path, without(example, path)));
            found.add(new Broken("null " + path, with(example, path, nothing())));
          }
        });
    ObjectNode more = example.deepCopy();
    more.put("somethingNew", SECRET);
    found.add(new Broken("a new field", more));
    return found;
  }

  /** Every way in which one field of a reply can break the contract. */
  private static List<Broken> broken(PortCall call, JsonNode example) {
    List<Broken> found = new ArrayList<>();
    change(
        call.contract(),
        call.contract().schema(call.reply()),
        "",
        (schema, required, path) -> {
          if (required) {
            found.add(new Broken("without " + path, without(example, path)));
            found.add(new Broken("null " + path, with(example, path, nothing())));
          }
          for (JsonNode wrong : wrongFor(schema)) {
            found.add(new Broken(path + " = " + wrong, with(example, path, wrong)));
          }
        });
    return found;
  }

  private static List<JsonNode> wrongFor(JsonNode schema) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    List<JsonNode> wrong = new ArrayList<>();
    String type =
        schema.path("type").isArray()
            ? schema.get("type").get(0).asText()
            : schema.path("type").asText("object");
    wrong.add(nodes.booleanNode(true));
    wrong.add(nodes.textNode(SECRET));
    wrong.add(nodes.textNode(" "));
    wrong.add(nodes.numberNode(-7));
    wrong.add(nodes.numberNode(7.123));
    wrong.add(nodes.arrayNode().add(nodes.objectNode().put("x", SECRET)));
    wrong.add(nodes.objectNode().put("x", SECRET));
    switch (type) {
      case "string" -> {
        if (schema.has("format")) {
          wrong.add(nodes.textNode("2026-02-30T99:00"));
          wrong.add(nodes.textNode(""));
          wrong.add(nodes.numberNode(20000));
        } else if (!schema.has("pattern")) {
          wrong.remove(1);
          boolean mayBeNull = schema.get("type").isArray();
          if (mayBeNull) {
            wrong.remove(1);
          }
          wrong.add(nodes.textNode("x".repeat(501)));
        }
      }
      case "number" -> {
        wrong.remove(4);
        wrong.add(nodes.numberNode(new BigDecimal("1.005")));
        wrong.add(nodes.numberNode(new BigDecimal("1e12")));
        wrong.add(nodes.textNode("12.50"));
      }
      case "integer" -> wrong.add(nodes.textNode("1"));
      case "boolean" -> {
        wrong.remove(0);
        wrong.add(nodes.textNode("true"));
        wrong.add(nodes.numberNode(1));
      }
      default -> {}
    }
    return wrong;
  }

  @FunctionalInterface
  private interface Change {
    void at(JsonNode schema, boolean required, String path);
  }

  private static void change(Contract contract, JsonNode schema, String path, Change change) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
      JsonNode described = contract.resolved(property.getValue());
      String there = path + "/" + property.getKey();
      change.at(described, required.contains(property.getKey()), there);
      if (described.has("properties")) {
        change(contract, described, there, change);
      }
      if (described.has("items")) {
        change(contract, contract.resolved(described.get("items")), there + "/0", change);
      }
    }
  }

  private static JsonNode without(JsonNode root, String path) {
    JsonNode copy = root.deepCopy();
    int last = path.lastIndexOf('/');
    ((ObjectNode) copy.at(path.substring(0, last))).remove(path.substring(last + 1));
    return copy;
  }

  private static JsonNode with(JsonNode root, String path, JsonNode content) {
    JsonNode copy = root.deepCopy();
    int last = path.lastIndexOf('/');
    JsonNode parent = copy.at(path.substring(0, last));
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(path.substring(last + 1)), content);
    } else {
      ((ObjectNode) parent).set(path.substring(last + 1), content);
    }
    return copy;
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }
}
