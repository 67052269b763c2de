package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.sandbox.SandboxClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every answer is one that the system's contract under {@code contracts/} announces. */
@ExtendWith(SandboxExtension.class)
class SandboxContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> EUROS = Map.of("amount", 99.5, "currency", "EUR");

  private final SandboxClient sandbox;

  SandboxContractTest(SandboxClient sandbox) {
    this.sandbox = sandbox;
  }

  @Test
  void crm() {
    get("crm", "/customers/{customerId}", "/customers/C-1001", 200);
    get("crm", "/customers/{customerId}", "/customers/none", 404);
    String served = "/services/{service}/customers";
    get("crm", served, "/services/BROADBAND/customers?country=SE&area=752&limit=10", 200);
    get("crm", served, "/services/none/customers?country=SE&limit=10", 404);
    get("crm", served, "/services/BROADBAND/customers?country=SE&limit=2000", 400);
    post(
        "crm",
        "/outcomes",
        "/outcomes",
        Map.of(
            "customerId", "C-1001",
            "caseNumber", "W-CNTR-0001",
            "flow", "warranty",
            "outcome", "REPAIRED"),
        200);
    post("crm", "/outcomes", "/outcomes", Map.of(), 400);
  }

  @Test
  void orders() {
    get("orders", "/orders/{orderNumber}", "/orders/O-50001", 200);
    get("orders", "/orders/{orderNumber}", "/orders/O-50020", 200);
    get("orders", "/orders/{orderNumber}", "/orders/O-50032", 200);
    get("orders", "/sales", "/sales?from=2020-01-01&until=2026-12-31&page=0", 200);
    get("orders", "/sales", "/sales?from=2026-01-02&until=2026-01-01&page=0", 400);
    get("orders", "/sales", "/sales?from=2026-01-02&until=tomorrow&page=0", 400);
    get("orders", "/sales", "/sales?from=2026-01-02&until=2026-01-02", 400);
    JsonNode replacement =
        post(
            "orders",
            "/replacements",
            "/replacements",
            replacement("O-50008", "KL-TB-10-SE", "KL-TB-10-0001"),
            200);
    post(
        "orders",
        "/replacements/{replacementId}/cancellation",
        "/replacements/" + replacement.get("replacementId").asText() + "/cancellation",
        Map.of(),
        200);
    post(
        "orders",
        "/replacements",
        "/replacements",
        replacement("O-50007", "LM-HP-30-SE", "LM-HP-30-0001"),
        409);
  }

  @Test
  void contracts() {
    get("contracts", "/guarantees/{serialNumber}", "/guarantees/HB-WM-700-9999", 200);
    get("contracts", "/guarantees/{serialNumber}", "/guarantees/HB-WM-500-0001", 200);
    String path = "/guarantees/{serialNumber}/extensions";
    Map<String, Object> extension = Map.of("months", 12, "caseNumber", "W-CNTR-0001");
    post("contracts", path, "/guarantees/KL-MN-27-0001/extensions", extension, 200);
    post("contracts", path, "/guarantees/HB-WM-500-0001/extensions", extension, 409);
  }

  @Test
  void parts() {
    String estimate = "/repair-estimates";
    get("parts", estimate, "/repair-estimates?sku=NK-RF-300-SE&symptom=NOT_COOLING", 200);
    get("parts", estimate, "/repair-estimates?sku=LM-HP-30-SE&symptom=BROKEN", 409);
    get("parts", estimate, "/repair-estimates?sku=none&symptom=BROKEN", 404);
    JsonNode reservation =
        post("parts", "/reservations", "/reservations", reservation("P-COMP-300"), 200);
    post(
        "parts",
        "/reservations/{reservationId}/release",
        "/reservations/" + reservation.get("reservationId").asText() + "/release",
        Map.of(),
        200);
    post("parts", "/reservations", "/reservations", reservation("P-PUMP-450"), 409);
    post("parts", "/reservations", "/reservations", reservation("none"), 404);
  }

  @Test
  void shipping() {
    JsonNode shipment =
        post("shipping", "/shipments", "/shipments", shipment(SandboxClient.UPPSALA), 200);
    post(
        "shipping",
        "/shipments/{shipmentId}/cancellation",
        "/shipments/" + shipment.get("shipmentId").asText() + "/cancellation",
        Map.of(),
        200);
    post(
        "shipping",
        "/shipments",
        "/shipments",
        shipment(Map.of("street", "?", "postalCode", "0000", "city", "?", "country", "NO")),
        409);
  }

  @Test
  void booking() {
    JsonNode visit = post("booking", "/appointments", "/appointments", visit("refrigerator"), 200);
    post(
        "booking",
        "/appointments/{appointmentId}/cancellation",
        "/appointments/" + visit.get("appointmentId").asText() + "/cancellation",
        Map.of(),
        200);
    post("booking", "/appointments", "/appointments", visit("spacecraft"), 409);
  }

  @Test
  void billing() {
    post(
        "billing",
        "/invoices",
        "/invoices",
        Map.of("caseNumber", "W-CNTR-0001", "customerId", "C-1001", "amount", EUROS),
        200);
    post("billing", "/refunds", "/refunds", refund("C-1001", "KL-MN-27-0002"), 200);
    post("billing", "/refunds", "/refunds", refund("C-1204", "LM-HP-30-0003"), 409);
  }

  @Test
  void dunning() {
    get("billing", "/invoices/{invoiceNumber}", "/invoices/I-70011", 200);
    get("billing", "/invoices/{invoiceNumber}", "/invoices/none", 404);
    JsonNode hold = post("billing", "/holds", "/holds", hold("I-74017"), 200);
    post("billing", "/holds", "/holds", hold("I-70014"), 409);
    post("billing", "/holds", "/holds", hold("I-70019"), 409);
    Map<String, Object> stop = Map.of("caseNumber", "D-CNTR-0001");
    String stopPath = "/invoices/{invoiceNumber}/collection-stop";
    post("billing", stopPath, "/invoices/I-74017/collection-stop", stop, 200);
    post("billing", stopPath, "/invoices/I-74018/collection-stop", stop, 409);
    Map<String, Object> day = Map.of("caseNumber", "D-CNTR-0001", "dueOn", "2026-12-24");
    String dayPath = "/invoices/{invoiceNumber}/due-date";
    post("billing", dayPath, "/invoices/I-74017/due-date", day, 200);
    post("billing", dayPath, "/invoices/I-74019/due-date", day, 409);
    String id = hold.get("holdId").asText();
    post("billing", "/holds/{holdId}/release", "/holds/" + id + "/release", Map.of(), 200);
    JsonNode other = post("billing", "/holds", "/holds", hold("I-74001"), 200);
    String planPath = "/invoices/{invoiceNumber}/plan";
    post("billing", planPath, "/invoices/I-74001/plan", plan("64.95"), 200);
    post("billing", planPath, "/invoices/I-74019/plan", plan("64.95"), 409);
    post("billing", planPath, "/invoices/I-74001/plan", plan("64.94"), 400);
    String otherId = other.get("holdId").asText();
    post("billing", "/holds/{holdId}/resume", "/holds/" + otherId + "/resume", Map.of(), 200);
  }

  @Test
  void accounting() {
    post("accounting", "/recoveries", "/recoveries", recovery("nordkyl"), 200);
    post("accounting", "/recoveries", "/recoveries", recovery("stovsug"), 409);
  }

  @Test
  void services() {
    JsonNode order =
        post("orders", "/service-orders", "/service-orders", service("CARE-PLUS"), 200);
    String orderId = order.get("serviceOrderId").asText();
    post(
        "orders",
        "/service-orders/{serviceOrderId}/cancellation",
        "/service-orders/" + orderId + "/cancellation",
        Map.of(),
        200);
    post("orders", "/service-orders", "/service-orders", service("WATER-GUARD"), 409);
    post("orders", "/service-orders", "/service-orders", service("none"), 404);
    post("orders", "/service-orders", "/service-orders", Map.of(), 400);
    get("billing", "/plans/{planCode}", "/plans/CARE-PLUS?country=NO", 200);
    get("billing", "/plans/{planCode}", "/plans/none?country=NO", 404);
    get("billing", "/customers/{customerId}/standing", "/customers/C-1101/standing", 200);
    JsonNode charge =
        post("billing", "/subscriptions", "/subscriptions", charge("C-1103", "CARE-PLUS"), 200);
    String chargeId = charge.get("subscriptionId").asText();
    post(
        "billing",
        "/subscriptions/{subscriptionId}/stop",
        "/subscriptions/" + chargeId + "/stop",
        Map.of(),
        200);
    post("billing", "/subscriptions", "/subscriptions", charge("C-1211", "CARE-PLUS"), 409);
    JsonNode revenue = post("accounting", "/revenue", "/revenue", revenue("CARE-PLUS"), 200);
    String bookingId = revenue.get("bookingId").asText();
    post(
        "accounting",
        "/revenue/{bookingId}/reversal",
        "/revenue/" + bookingId + "/reversal",
        Map.of(),
        200);
    post("accounting", "/revenue", "/revenue", revenue("AIR-GUARD"), 409);
  }

  private static Map<String, Object> service(String plan) {
    return Map.of(
        "caseNumber",
        "A-CNTR-0001",
        "customerId",
        "C-1103",
        "planCode",
        plan,
        "startsOn",
        "2026-12-01");
  }

  private static Map<String, Object> revenue(String plan) {
    return Map.of(
        "caseNumber",
        "A-CNTR-0001",
        "planCode",
        plan,
        "monthlyPrice",
        EUROS,
        "startsOn",
        "2026-12-01");
  }

  private static Map<String, Object> charge(String customer, String plan) {
    return Map.of(
        "caseNumber", "A-CNTR-0001",
        "customerId", customer,
        "planCode", plan,
        "monthlyPrice", EUROS,
        "startsOn", "2026-12-01");
  }

  @Test
  void sms() {
    post(
        "sms",
        "/messages",
        "/messages",
        Map.of("to", "+46701740699", "text", "Hej! W-CNTR-0001"),
        200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crm",
        "orders",
        "contracts",
        "parts",
        "shipping",
        "booking",
        "billing",
        "accounting"
      })
  void whatWasNeverAskedFor(String system) {
    get(system, "/operations/{key}", "/operations/never-asked", 404);
  }

  private void get(String system, String contractPath, String path, int status) {
    check(system, contractPath, "get", sandbox.get("/" + system + path), status);
  }

  /** Checks the answer, and the one that the system gives when it is asked for it afterwards. */
  private JsonNode post(
      String system, String contractPath, String path, Map<String, Object> body, int status) {
    String key = "contract:" + system + path.hashCode() + ":" + body.hashCode();
    Reply reply = sandbox.post("/" + system + path, key, body);
    check(system, contractPath, "post", reply, status);
    if (status == 200 || status == 409) {
      Reply asked = sandbox.get("/" + system + "/operations/" + key);
      assertThat(asked).isEqualTo(reply);
    }
    return reply.json();
  }

  private static void check(
      String system, String contractPath, String method, Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    JsonNode contract = contract(system);
    JsonNode announced =
        resolved(
            contract,
            contract
                .path("paths")
                .path(contractPath)
                .path(method)
                .path("responses")
                .path(String.valueOf(status)));
    assertThat(announced.isMissingNode())
        .as("%s announces %s of %s %s", system, status, method, contractPath)
        .isFalse();
    String type = announced.path("content").fieldNames().next();
    assertThat(reply.contentType()).startsWith(type);
    List<String> faults = new ArrayList<>();
    compare(
        contract, announced.path("content").path(type).path("schema"), reply.json(), "", faults);
    assertThat(faults).isEmpty();
  }

  private static void compare(
      JsonNode contract, JsonNode reference, JsonNode content, String where, List<String> faults) {
    JsonNode schema = resolved(contract, reference);
    if (content.isNull()) {
      if (!schema.path("type").toString().contains("null") && !schema.has("anyOf")) {
        faults.add(where + " is null");
      }
    } else if (content.isArray()) {
      content.forEach(item -> compare(contract, schema.path("items"), item, where + "[]", faults));
    } else if (content.isObject()) {
      JsonNode properties = schema.path("properties");
      Set<String> names = new TreeSet<>();
      content.fieldNames().forEachRemaining(names::add);
      schema
          .path("required")
          .forEach(
              required -> {
                if (!names.contains(required.asText())) {
                  faults.add(where + "/" + required.asText() + " is missing");
                }
              });
      for (String name : names) {
        if (properties.has(name)) {
          compare(contract, properties.path(name), content.get(name), where + "/" + name, faults);
        } else {
          faults.add(where + "/" + name + " is not announced");
        }
      }
    } else {
      compareText(schema, content.asText(), where, faults);
    }
  }

  private static void compareText(JsonNode schema, String text, String where, List<String> faults) {
    if (schema.has("enum") && !JSON.convertValue(schema.get("enum"), List.class).contains(text)) {
      faults.add(where + " is none of the choices: " + text);
    }
    if (schema.path("format").asText().equals("date") && LocalDate.parse(text) == null) {
      faults.add(where + " is no date: " + text);
    }
    if (schema.has("pattern") && !text.matches(schema.get("pattern").asText())) {
      faults.add(where + " does not look as it must: " + text);
    }
    if (schema.has("minLength") && text.length() < schema.get("minLength").asInt()) {
      faults.add(where + " is too short");
    }
  }

  private static JsonNode resolved(JsonNode contract, JsonNode node) {
    return node.has("$ref") ? contract.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static JsonNode contract(String system) {
    try (InputStream file =
        SandboxContractTest.class.getResourceAsStream("/contracts/" + system + ".yaml")) {
      return JSON.valueToTree(
          new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> replacement(String order, String sku, String serial) {
    return Map.of(
        "caseNumber", "W-CNTR-0001", "orderNumber", order, "sku", sku, "serialNumber", serial);
  }

  private static Map<String, Object> reservation(String part) {
    return Map.of("caseNumber", "W-CNTR-0001", "partNumber", part, "quantity", 1);
  }

  private static Map<String, Object> shipment(Map<String, Object> address) {
    return Map.of(
        "caseNumber", "W-CNTR-0001",
        "direction", "DELIVERY",
        "content", "REPLACEMENT",
        "recipientName", "Astrid Lindqvist",
        "phone", "+46701740605",
        "address", address);
  }

  private static Map<String, Object> visit(String productGroup) {
    return Map.of(
        "caseNumber", "W-CNTR-0001",
        "productGroup", productGroup,
        "notBefore", "2026-11-30",
        "customerName", "Astrid Lindqvist",
        "phone", "+46701740605",
        "address", SandboxClient.UPPSALA);
  }

  private static Map<String, Object> refund(String customer, String serial) {
    return Map.of(
        "caseNumber",
        "W-CNTR-0001",
        "customerId",
        customer,
        "orderNumber",
        "O-50001",
        "serialNumbers",
        List.of(serial),
        "deliveryCost",
        Map.of("amount", 0, "currency", "EUR"),
        "amount",
        EUROS);
  }

  private static Map<String, Object> hold(String invoice) {
    return Map.of("caseNumber", "D-CNTR-0001", "invoiceNumber", invoice);
  }

  private static Map<String, Object> plan(String second) {
    return Map.of(
        "caseNumber",
        "D-CNTR-0001",
        "instalments",
        List.of(
            Map.of("dueOn", "2026-12-24", "amount", Map.of("amount", 64.95, "currency", "EUR")),
            Map.of(
                "dueOn",
                "2027-01-23",
                "amount",
                Map.of("amount", new BigDecimal(second), "currency", "EUR"))));
  }

  private static Map<String, Object> recovery(String supplier) {
    return Map.of(
        "caseNumber", "W-CNTR-0001", "supplierId", supplier, "sku", "any", "amount", EUROS);
  }
}
