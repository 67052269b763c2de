package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aftercare.sandbox.SandboxServer;
import org.awaitility.Awaitility;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Everybody around the product, over HTTP: customers, staff, partners and the sandbox's faults. */
class PlayedCompany {

  /** The company's other systems, and where each is told to do something. */
  private static final Map<String, String> ORDERS =
      Map.of(
          "parts", "/reservations",
          "booking", "/appointments",
          "contracts", "/extensions",
          "shipping", "/shipments",
          "orders", "/replacements",
          "billing", "/refunds",
          "accounting", "/recoveries",
          "crm", "/outcomes");

  static final Set<String> SYSTEMS = ORDERS.keySet();

  private static final String PASSWORD = "Kylskap-2026";

  /** What staff decide, by task. */
  private static final Map<String, Map<String, Object>> DECISIONS =
      Map.of(
          "ApproveRemedy", Map.of("approval", "APPROVED"),
          "RecordVisit", Map.of("visitResult", "REPAIRED"),
          "RepairInWorkshop", Map.of("visitResult", "REPAIRED"),
          "DecideGoodwill", Map.of("goodwill", "PAID"),
          "TakeBackLoaner", Map.of("loanerReturn", "RETURNED"),
          "SettleRecovery", Map.of("settlement", "WRITTEN_OFF"),
          "SettleGoods", Map.of("goods", "SETTLED"),
          "ReceiveGoods",
              Map.of(
                  "grade", "A",
                  "serialNumbers", "MATCH",
                  "accessories", "COMPLETE",
                  "weightDeviation", 0),
          "ApproveRefund", Map.of("approval", "APPROVED"),
          "DecideReferral", Map.of("referral", "APPROVED"));

  private static final Map<String, String> ANSWERS =
      Map.of("REPAIR_WORKS", "YES", "QUOTE", "YES", "LOANER", "NO", "REMEDY", "REPLACE");

  /** What a deferral waits for while its payment is to come. */
  private static final String PAYMENT = "InvoicePartlyPaid";

  private static final Set<String> GATEWAYS = Set.of("sms", "webhook");

  private final TestRestTemplate http = new TestRestTemplate();
  private final SandboxServer sandbox;
  private final String product;

  PlayedCompany(SandboxServer sandbox, String product) {
    this.sandbox = sandbox;
    this.product = product;
    sandbox.productUrl(product);
  }

  /** Other systems of a test's own, in memory. */
  static SandboxServer openSandbox() {
    return SandboxServer.start(
        Map.of(
            "aftercare.sandbox.port",
            0,
            "aftercare.sandbox.smtp-port",
            0,
            "aftercare.sandbox.database",
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"));
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

  /** Orders a service and returns its case number. */
  String orderService(String customerId, String service) {
    ResponseEntity<JsonNode> answer =
        command(
            "/api/activations",
            UUID.randomUUID().toString(),
            Map.of("customerId", customerId, "service", service));
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("caseNumber").asText();
  }

  /** Asks for a later payment of an invoice of the sandbox's scene; returns the case number. */
  String defer(String invoiceNumber, Map<String, Object> wish) {
    JsonNode invoice =
        list(sandbox.url() + "/scene/invoices")
            .filter(shown -> shown.path("invoiceNumber").asText().equals(invoiceNumber))
            .findFirst()
            .orElseThrow();
    Map<String, Object> request = new HashMap<>(wish);
    request.put("customerId", invoice.path("customerId").asText());
    request.put("invoiceNumber", invoiceNumber);
    ResponseEntity<JsonNode> answer =
        command("/api/deferrals", UUID.randomUUID().toString(), request);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("caseNumber").asText();
  }

  /**
   * The customer cancels an order of which some parts are done; the step that was held meanwhile
   * goes on.
   */
  void cancelService(String caseNumber, String heldStep, Set<String> done) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> partsDone(caseNumber).equals(done));
    cancel(caseNumber);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !caseOf(caseNumber).path("mayCancel").asBoolean());
    for (JsonNode job : engine("/job?activityId=" + heldStep)) {
      String process = job.path("processInstanceId").asText();
      if (engine("/process-instance/" + process).path("businessKey").asText().equals(caseNumber)) {
        change(
            HttpMethod.PUT,
            "/job/" + job.path("id").asText() + "/suspended",
            Map.of("suspended", false));
      }
    }
  }

  private Set<String> partsDone(String caseNumber) {
    JsonNode order =
        http.exchange(
                product + "/api/activations/" + caseNumber,
                HttpMethod.GET,
                new HttpEntity<>(login("frida")),
                JsonNode.class)
            .getBody();
    return StreamSupport.stream(order.path("parts").spliterator(), false)
        .filter(part -> part.path("state").asText().equals("MADE"))
        .map(part -> part.path("part").asText())
        .collect(Collectors.toSet());
  }

  /** Withdraws from an order of the sandbox's scene in the two steps; returns the case number. */
  String withdraw(String orderNumber) {
    JsonNode order =
        list(sandbox.url() + "/scene/orders")
            .filter(shown -> shown.path("orderNumber").asText().equals(orderNumber))
            .findFirst()
            .orElseThrow();
    ResponseEntity<JsonNode> declared =
        command(
            "/api/returns",
            UUID.randomUUID().toString(),
            Map.of("customerId", order.path("customerId").asText(), "orderNumber", orderNumber));
    assertThat(declared.getStatusCode().value()).as("%s", declared.getBody()).isEqualTo(201);
    ResponseEntity<JsonNode> confirmed =
        command(declared.getBody().at("/next/href").asText(), UUID.randomUUID().toString(), null);
    assertThat(confirmed.getStatusCode().value()).as("%s", confirmed.getBody()).isEqualTo(200);
    return declared.getBody().path("caseNumber").asText();
  }

  /** The customer hands the goods in, and the carrier loses them. */
  void loseReturn(String caseNumber) {
    open("shipments", caseNumber)
        .forEach(
            it -> {
              event("return.accepted", it.path("shipmentId").asText(), Map.of());
              event("shipment.lost", it.path("shipmentId").asText(), Map.of());
            });
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

  /** What the API answers to the front office. */
  JsonNode read(String path) {
    return http.exchange(
            product + path, HttpMethod.GET, new HttpEntity<>(login("frida")), JsonNode.class)
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
    play(caseNumber, "");
  }

  /** The same, but for one task or one message event. */
  void play(String caseNumber, String left) {
    decide(caseNumber, left);
    if (!left.equals("ItemArrived") && !left.equals("ReturnHandedIn")) {
      open("shipments", caseNumber)
          .forEach(it -> event("shipment.delivered", it.path("shipmentId").asText(), Map.of()));
    }
    if (!left.equals("InvoicePaid")) {
      open("invoices", caseNumber)
          .forEach(it -> event("invoice.paid", it.path("invoiceNumber").asText(), Map.of()));
    }
    if (!left.equals(PAYMENT) && awaits(caseNumber, PAYMENT)) {
      open("receivables", caseNumber)
          .forEach(it -> event("invoice.paid", it.path("invoiceNumber").asText(), Map.of()));
    }
  }

  /** Whether one of the case's processes waits for that message. */
  private boolean awaits(String caseNumber, String message) {
    for (JsonNode waiting : engine("/event-subscription?eventName=" + message)) {
      String process = waiting.path("processInstanceId").asText();
      if (engine("/process-instance?processInstanceIds=" + process)
          .path(0)
          .path("businessKey")
          .asText()
          .equals(caseNumber)) {
        return true;
      }
    }
    return false;
  }

  /** Staff and customer do what the case now waits for, but for one task. */
  void decide(String caseNumber, String leftTask) {
    for (JsonNode task : tasks(caseNumber)) {
      String key = task.path("taskDefinitionKey").asText();
      if (DECISIONS.containsKey(key) && !key.equals(leftTask)) {
        complete(task.path("id").asText(), DECISIONS.get(key));
      }
    }
    for (JsonNode question : caseOf(caseNumber).path("openQuestions")) {
      ANSWERS.forEach(
          (name, answer) -> {
            if (question.toString().contains(name)) {
              answer(caseNumber, name, answer);
            }
          });
    }
  }

  private JsonNode tasks(String caseNumber) {
    return engine("/task?processInstanceBusinessKey=" + caseNumber);
  }

  /** The customer takes the case back. */
  void cancel(String caseNumber) {
    assertAccepted(
        command("/api/cases/" + caseNumber + "/cancel", UUID.randomUUID().toString(), null));
  }

  /** The customer wants a person, who closes the case. */
  void takeOver(String caseNumber) {
    wantPerson(caseNumber);
    closeByPerson(caseNumber);
  }

  /** The customer wants a person. */
  void wantPerson(String caseNumber) {
    assertAccepted(
        command(
            "/api/cases/" + caseNumber + "/human",
            UUID.randomUUID().toString(),
            Map.of("text", "Please call me.")));
  }

  /** The person whom the customer wanted closes the case. */
  void closeByPerson(String caseNumber) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> done(caseNumber, "TalkToCustomer", Map.of("handOver", "CLOSED_BY_PERSON")));
  }

  /** The repair takes long, and the customer wants a loaner. */
  void lend(String caseNumber) {
    elapse(caseNumber, "RepairTakesLong");
    assertAccepted(answer(caseNumber, "LOANER", "YES"));
  }

  /** The customer does not pay the invoice in time. */
  void leaveUnpaid(String caseNumber) {
    elapse(caseNumber, "PaymentDue");
    elapse(caseNumber, "PaymentOverdue");
  }

  /** The customer does not pay when it was agreed. */
  void leaveDeferralUnpaid(String caseNumber) {
    elapse(caseNumber, "PaymentOverdue");
  }

  /** The technician finds nothing to repair. */
  void findNoFault(String caseNumber) {
    assertThat(done(caseNumber, "RecordVisit", Map.of("visitResult", "NO_FAULT_FOUND"))).isTrue();
  }

  /** Lets a timer of the case go off; says whether it has one. */
  boolean elapse(String caseNumber, String timer) {
    boolean found = false;
    // Not asked job by job: the process of another case may have ended meanwhile.
    Set<String> processes =
        StreamSupport.stream(
                engine("/process-instance?businessKey=" + caseNumber).spliterator(), false)
            .map(process -> process.path("id").asText())
            .collect(Collectors.toSet());
    for (JsonNode job : engine("/job?activityId=" + timer)) {
      if (processes.contains(job.path("processInstanceId").asText())) {
        change(HttpMethod.POST, "/job/" + job.path("id").asText() + "/execute", Map.of());
        found = true;
      }
    }
    return found;
  }

  /** Whether that task waits for a person. */
  boolean asks(String caseNumber, String taskKey) {
    for (JsonNode task : tasks(caseNumber)) {
      if (task.path("taskDefinitionKey").asText().equals(taskKey)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the task was there and is done now. */
  boolean done(String caseNumber, String taskKey, Map<String, Object> decision) {
    for (JsonNode task : tasks(caseNumber)) {
      if (task.path("taskDefinitionKey").asText().equals(taskKey)) {
        complete(task.path("id").asText(), decision);
        return true;
      }
    }
    return false;
  }

  private static void assertAccepted(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(202);
  }

  /** The customer's answer; refused if nobody asks any more. */
  ResponseEntity<JsonNode> answer(String caseNumber, String question, String answer) {
    return command(
        "/api/cases/" + caseNumber + "/answers",
        UUID.randomUUID().toString(),
        Map.of("question", question, "answer", answer));
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

  /** Whether the product has taken what partners told it of the case, as often as they did. */
  boolean callbacksTaken(String caseNumber) {
    return list(sandbox.url() + "/callbacks?caseNumber=" + caseNumber)
        .allMatch(callback -> callback.path("remaining").asInt() == 0);
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

  /** Sets the scene of the sandbox, such as {@code customers/C-1211}. */
  void scene(String path, Map<String, Object> setting) {
    assertThat(
            http.postForEntity(sandbox.url() + "/scene/" + path, setting, String.class)
                .getStatusCode()
                .is2xxSuccessful())
        .isTrue();
  }

  void fault(String system, Map<String, Object> fault) {
    assertThat(
            http.postForEntity(sandbox.url() + "/faults/" + system, fault, String.class)
                .getStatusCode()
                .value())
        .isEqualTo(200);
  }

  /** Every system misbehaves when it is told to do something, and none when it is asked. */
  void faultOrders(Map<String, Object> fault) {
    ORDERS.forEach(
        (system, path) -> {
          Map<String, Object> there = new HashMap<>(fault);
          there.put("path", path);
          fault(system, there);
        });
  }

  /** Whether the system still has a fault that a request may meet. */
  boolean hasFault(String system) {
    return !http.getForObject(sandbox.url() + "/faults", JsonNode.class)
        .path(system)
        .path("mode")
        .asText()
        .equals("NONE");
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
