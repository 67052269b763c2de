package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aftercare.sandbox.SandboxServer;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Everybody around the product, over HTTP: customers, staff, partners and the sandbox's faults. */
class PlayedCompany {

  private static final String PASSWORD = "Kylskap-2026";

  /** What staff decide, by task. */
  private static final Map<String, Map<String, Object>> DECISIONS =
      Map.of(
          "ApproveRemedy", Map.of("approval", "APPROVED"),
          "RecordVisit", Map.of("visitResult", "REPAIRED"),
          "RepairInWorkshop", Map.of("visitResult", "REPAIRED"),
          "DecideGoodwill", Map.of("goodwill", "PAID"),
          "SettleRecovery", Map.of("settlement", "WRITTEN_OFF"));

  private static final Map<String, String> ANSWERS =
      Map.of("REPAIR_WORKS", "YES", "QUOTE", "YES", "LOANER", "NO", "REMEDY", "REPLACE");

  private static final Set<String> GATEWAYS = Set.of("sms", "webhook");

  private final TestRestTemplate http = new TestRestTemplate();
  private final SandboxServer sandbox;
  private final String product;

  PlayedCompany(SandboxServer sandbox, String product) {
    this.sandbox = sandbox;
    this.product = product;
    sandbox.productUrl(product);
  }

  /** What the sandbox's ledger has of one effect. */
  record Effect(String system, String operation, String key, boolean refused, int requests) {

    @Override
    public String toString() {
      return system + " " + operation + (refused ? " refused" : "");
    }
  }

  /** A claim for the first item of an order of the sandbox's scene. */
  Map<String, Object> claim(String orderNumber, String symptom) {
    JsonNode order =
        list(sandbox.url() + "/scene/orders")
            .filter(shown -> shown.path("orderNumber").asText().equals(orderNumber))
            .findFirst()
            .orElseThrow();
    return Map.of(
        "customerId",
        order.path("customerId").asText(),
        "orderNumber",
        orderNumber,
        "serialNumber",
        order.path("serialNumber").asText(),
        "symptom",
        symptom,
        "description",
        "It does not work any more.",
        "noticedOn",
        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
  }

  /** Posts a claim and returns its case number. */
  String post(String orderNumber, String symptom) {
    ResponseEntity<JsonNode> answer =
        command("/api/warranty-claims", UUID.randomUUID().toString(), claim(orderNumber, symptom));
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("caseNumber").asText();
  }

  ResponseEntity<JsonNode> command(String path, String key, Object body) {
    HttpHeaders headers = login("frida");
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set("Idempotency-Key", key);
    return http.exchange(
        product + path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  JsonNode caseOf(String caseNumber) {
    return http.exchange(
            product + "/api/cases/" + caseNumber,
            HttpMethod.GET,
            new HttpEntity<>(login("frida")),
            JsonNode.class)
        .getBody();
  }

  JsonNode casesOf(Object customerId) {
    return http.exchange(
            product + "/api/cases?customer=" + customerId,
            HttpMethod.GET,
            new HttpEntity<>(login("frida")),
            JsonNode.class)
        .getBody()
        .path("items");
  }

  boolean closed(String caseNumber) {
    return caseOf(caseNumber).path("status").asText().equals("CLOSED");
  }

  /** Staff, customer and partners each do what the case now waits for. */
  void play(String caseNumber) {
    for (JsonNode task : engine("/task?processInstanceBusinessKey=" + caseNumber)) {
      Map<String, Object> decision = DECISIONS.get(task.path("taskDefinitionKey").asText());
      if (decision != null) {
        complete(task.path("id").asText(), decision);
      }
    }
    for (JsonNode question : caseOf(caseNumber).path("openQuestions")) {
      ANSWERS.forEach(
          (name, answer) -> {
            if (question.toString().contains(name)) {
              command(
                  "/api/cases/" + caseNumber + "/answers",
                  UUID.randomUUID().toString(),
                  Map.of("question", name, "answer", answer));
            }
          });
    }
    open("shipments", caseNumber)
        .forEach(it -> event("shipment.delivered", it.path("shipmentId").asText(), Map.of()));
    open("invoices", caseNumber)
        .forEach(it -> event("invoice.paid", it.path("invoiceNumber").asText(), Map.of()));
  }

  void event(String type, String id, Map<String, Object> more) {
    Map<String, Object> event = new HashMap<>(more);
    event.put("type", type);
    event.put("id", id);
    ResponseEntity<String> told =
        http.postForEntity(sandbox.url() + "/partners/events", event, String.class);
    assertThat(told.getStatusCode().is2xxSuccessful()).as("%s", told.getBody()).isTrue();
  }

  List<JsonNode> open(String objects, String caseNumber) {
    return list(sandbox.url() + "/partners/" + objects + "?open=true&caseNumber=" + caseNumber)
        .toList();
  }

  /** What the case had done in the systems; messages, which have gateways, are no such effects. */
  List<Effect> effects(String caseNumber) {
    return list(sandbox.url() + "/ledger?caseNumber=" + caseNumber)
        .filter(entry -> !GATEWAYS.contains(entry.path("system").asText()))
        .map(
            entry ->
                new Effect(
                    entry.path("system").asText(),
                    entry.path("operation").asText(),
                    entry.path("idempotencyKey").asText(),
                    !entry.path("refusal").isNull(),
                    entry.path("requests").asInt()))
        .toList();
  }

  void fault(String system, Map<String, Object> fault) {
    assertThat(
            http.postForEntity(sandbox.url() + "/faults/" + system, fault, String.class)
                .getStatusCode()
                .value())
        .isEqualTo(200);
  }

  void heal() {
    http.delete(sandbox.url() + "/faults");
  }

  /** What the engine's REST API answers to the administrator; empty while nobody answers. */
  JsonNode engine(String path) {
    ResponseEntity<JsonNode> answer =
        http.exchange(
            product + "/engine-rest" + path,
            HttpMethod.GET,
            new HttpEntity<>(login("admin")),
            JsonNode.class);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    return answer.getBody();
  }

  void change(HttpMethod method, String path, Object body) {
    HttpHeaders headers = login("admin");
    headers.setContentType(MediaType.APPLICATION_JSON);
    ResponseEntity<String> answer =
        http.exchange(
            product + "/engine-rest" + path, method, new HttpEntity<>(body, headers), String.class);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(204);
  }

  private void complete(String taskId, Map<String, Object> decision) {
    Map<String, Object> variables = new HashMap<>();
    decision.forEach((name, chosen) -> variables.put(name, Map.of("value", chosen)));
    change(HttpMethod.POST, "/task/" + taskId + "/complete", Map.of("variables", variables));
  }

  private Stream<JsonNode> list(String url) {
    return StreamSupport.stream(http.getForObject(url, JsonNode.class).spliterator(), false);
  }

  private static HttpHeaders login(String userId) {
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth(userId, PASSWORD, StandardCharsets.UTF_8);
    return headers;
  }
}
