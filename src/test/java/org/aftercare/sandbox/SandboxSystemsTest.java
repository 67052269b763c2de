package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.aftercare.sandbox.SandboxClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The eight systems by their contract, as the product meets them. */
@ExtendWith(SandboxExtension.class)
class SandboxSystemsTest {

  private final SandboxClient sandbox;

  SandboxSystemsTest(SandboxClient sandbox) {
    this.sandbox = sandbox;
  }

  @Test
  void knowsTheRefrigerator() {
    JsonNode customer = sandbox.get("/crm/customers/C-1001").json();
    assertThat(customer.get("name").asText()).isEqualTo("Astrid Lindqvist");
    assertThat(customer.get("language").asText()).isEqualTo("sv");
    assertThat(customer.get("address").get("country").asText()).isEqualTo("SE");

    JsonNode order = sandbox.get("/orders/orders/O-50001").json();
    assertThat(order.get("customerId").asText()).isEqualTo("C-1001");
    JsonNode line = order.get("lines").get(0);
    assertThat(line.get("serialNumber").asText()).isEqualTo("NK-RF-300-0001");
    assertThat(line.get("product").asText()).isEqualTo("Nordkyl RF-300 refrigerator");
    assertThat(line.get("price").get("amount").decimalValue()).isEqualByComparingTo("8990");
    assertThat(line.get("price").get("currency").asText()).isEqualTo("SEK");
    assertThat(line.get("deliveredOn").asText()).isEqualTo("2025-09-23");
    assertThat(line.get("meantToLast").asBoolean()).isTrue();
    assertThat(line.get("supplierId").asText()).isEqualTo("nordkyl");
    assertThat(line.get("recall").isNull()).isTrue();

    JsonNode estimate =
        sandbox
            .get("/parts/repair-estimates?symptom=NOT_COOLING&sku=" + line.get("sku").asText())
            .json();
    assertThat(estimate.get("partNumber").asText()).isEqualTo("P-COMP-300");
    assertThat(estimate.get("home").asBoolean()).isTrue();
    assertThat(estimate.get("inStock").asBoolean()).isTrue();
    assertThat(estimate.get("leadTimeDays").asInt()).isZero();
    assertThat(estimate.get("cost").get("currency").asText()).isEqualTo("SEK");

    JsonNode guarantee = sandbox.get("/contracts/guarantees/NK-RF-300-0001").json();
    assertThat(guarantee.get("commercialUntil").isNull()).isTrue();
    assertThat(guarantee.get("extendedMonths").asInt()).isZero();
  }

  @Test
  void answersUnknownReadsWith404() {
    assertThat(sandbox.get("/crm/customers/C-9999").status()).isEqualTo(404);
    assertThat(sandbox.get("/orders/orders/O-1").status()).isEqualTo(404);
    assertThat(sandbox.get("/parts/repair-estimates?sku=none&symptom=NOISE").status())
        .isEqualTo(404);
    Reply unknown = sandbox.get("/crm/operations/never-used");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.contentType()).startsWith("application/problem+json");
  }

  @Test
  void asksForItsToken() throws Exception {
    HttpRequest without =
        HttpRequest.newBuilder(URI.create(sandbox.server().url() + "/crm/customers/C-1001"))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(without, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void doesOneEffectForOneKey() {
    Map<String, Object> body =
        Map.of("caseNumber", "W-IDEM-0001", "partNumber", "P-SEAL-300", "quantity", 1);
    Reply first = sandbox.post("/parts/reservations", "idem-1", body);
    Reply second = sandbox.post("/parts/reservations", "idem-1", body);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().get("inStock").asBoolean()).isTrue();
    assertThat(first.json().get("expectedOn").asText()).isEqualTo("2026-11-23");
    assertThat(second).isEqualTo(first);
    assertThat(sandbox.get("/parts/operations/idem-1")).isEqualTo(first);

    JsonNode ledger = sandbox.get("/ledger?system=parts&caseNumber=W-IDEM-0001").json();
    assertThat(ledger).hasSize(1);
    assertThat(ledger.get(0).get("operation").asText()).isEqualTo("reserve-part");
    assertThat(ledger.get(0).get("idempotencyKey").asText()).isEqualTo("idem-1");
    assertThat(ledger.get(0).get("requests").asInt()).isEqualTo(2);
    assertThat(ledger.get(0).get("reference").asText())
        .isEqualTo(first.json().get("reservationId").asText());
    assertThat(ledger.get(0).get("refusal").isNull()).isTrue();
  }

  @Test
  void doesOneEffectForFiftyAtOnce() throws Exception {
    Map<String, Object> body =
        Map.of("caseNumber", "W-IDEM-0050", "partNumber", "P-THER-300", "quantity", 1);
    var executor = Executors.newFixedThreadPool(50);
    try {
      CountDownLatch together = new CountDownLatch(1);
      var replies =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      executor.submit(
                          () -> {
                            together.await();
                            return sandbox.post("/parts/reservations", "idem-50", body).text();
                          }))
              .toList();
      together.countDown();
      TreeSet<String> answers = new TreeSet<>();
      for (var reply : replies) {
        answers.add(reply.get());
      }
      assertThat(answers).hasSize(1);
    } finally {
      executor.shutdownNow();
    }
    JsonNode ledger = sandbox.get("/ledger?caseNumber=W-IDEM-0050").json();
    assertThat(ledger).hasSize(1);
    assertThat(ledger.get(0).get("requests").asInt()).isEqualTo(50);
  }

  @Test
  void givesTwentyCasesTwentyDifferentVisits() throws Exception {
    var executor = Executors.newFixedThreadPool(20);
    try {
      var replies =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      executor.submit(
                          () ->
                              sandbox
                                  .post("/booking/appointments", "visit-" + i, visit("W-" + i))
                                  .json()))
              .toList();
      TreeSet<String> visits = new TreeSet<>();
      for (var reply : replies) {
        visits.add(reply.get().get("technician").asText() + reply.get().get("startsAt").asText());
      }
      assertThat(visits).hasSize(20);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void refusesWithAReasonAndKeepsTheRefusal() {
    Map<String, Object> body =
        Map.of(
            "caseNumber", "W-SOLD-0001",
            "orderNumber", "O-50007",
            "sku", "LM-HP-30-SE",
            "serialNumber", "LM-HP-30-0001");
    Reply refusal = sandbox.post("/orders/replacements", "sold-out", body);

    assertThat(refusal.status()).isEqualTo(409);
    assertThat(refusal.contentType()).startsWith("application/problem+json");
    assertThat(refusal.json().get("code").asText()).isEqualTo("SOLD_OUT");
    assertThat(sandbox.get("/orders/operations/sold-out")).isEqualTo(refusal);
    JsonNode ledger = sandbox.get("/ledger?caseNumber=W-SOLD-0001").json();
    assertThat(ledger.get(0).get("refusal").asText()).isEqualTo("SOLD_OUT");
  }

  @Test
  void refusesWhateverTheDataForbids() {
    Reply estimate = sandbox.get("/parts/repair-estimates?sku=KL-TB-10-SE&symptom=BROKEN");
    assertThat(estimate.status()).isEqualTo(409);
    assertThat(estimate.json().get("code").asText()).isEqualTo("NOT_REPAIRABLE");
    assertThat(
            refusal(
                "/parts/reservations",
                Map.of("caseNumber", "W-1", "partNumber", "P-PUMP-450", "quantity", 1)))
        .isEqualTo("DISCONTINUED");
    assertThat(
            refusal(
                "/shipping/shipments",
                Map.of(
                    "caseNumber", "W-1",
                    "direction", "PICK_UP",
                    "content", "ITEM",
                    "recipientName", "Åse Fjellheim",
                    "phone", "+4700000000",
                    "address",
                        Map.of(
                            "street", "Gamle Fjellvei 1",
                            "postalCode", "0000",
                            "city", "Ukjent",
                            "country", "NO"))))
        .isEqualTo("ADDRESS_UNKNOWN");
    assertThat(
            refusal(
                "/booking/appointments",
                Map.of(
                    "caseNumber", "W-1",
                    "productGroup", "freezer",
                    "notBefore", "2026-11-24",
                    "customerName", "Eirik Nordvik",
                    "phone", "+4700000000",
                    "address",
                        Map.of(
                            "street", "Vei 500 nr. 12",
                            "postalCode", "9170",
                            "city", "Longyearbyen",
                            "country", "NO"))))
        .isEqualTo("NO_SLOT");
    assertThat(refusal("/billing/refunds", refund("C-1211", "O-50024", "LM-HP-30-0002")))
        .isEqualTo("NO_ACCOUNT");
    assertThat(refusal("/billing/refunds", refund("C-1204", "O-50025", "LM-HP-30-0003")))
        .isEqualTo("ALREADY_REFUNDED");
    assertThat(
            refusal(
                "/contracts/guarantees/HB-WM-500-0001/extensions",
                Map.of("months", 12, "caseNumber", "W-1")))
        .isEqualTo("ALREADY_EXTENDED");
    assertThat(
            refusal(
                "/accounting/recoveries",
                Map.of(
                    "caseNumber", "W-1",
                    "supplierId", "stovsug",
                    "sku", "ST-VC-12-DE",
                    "amount", Map.of("amount", 149, "currency", "EUR"))))
        .isEqualTo("NO_AGREEMENT");
  }

  @Test
  void undoesWhatWasNotUsed() {
    String shipment = sandbox.ship("W-UNDO-0001");
    Reply cancelled =
        sandbox.post("/shipping/shipments/" + shipment + "/cancellation", "undo-2", Map.of());
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.json().get("reference").asText()).isNotEmpty();
    assertThat(cancelled.json().get("outcome").asText()).isEqualTo("CANCELLED");
    assertThat(sandbox.post("/shipping/shipments/none/cancellation", "undo-3", "").status())
        .isEqualTo(404);
    assertThat(sandbox.get("/ledger?caseNumber=W-UNDO-0001").json()).hasSize(2);
  }

  @Test
  void takesPartsFromStockAndOrdersTheRest() {
    Reply ordered =
        sandbox.post(
            "/parts/reservations",
            "stock-1",
            Map.of("caseNumber", "W-STCK-0001", "partNumber", "P-FAN-300", "quantity", 1));
    assertThat(ordered.json().get("inStock").asBoolean()).isFalse();
    assertThat(ordered.json().get("expectedOn").asText()).isEqualTo("2026-11-28");
  }

  @Test
  void leavesNothingBehindAfterABadRequest() {
    assertThat(sandbox.post("/crm/outcomes", "bad-1", Map.of("caseNumber", "W-BAD")).status())
        .isEqualTo(400);
    assertThat(sandbox.post("/crm/outcomes", "bad-1", "{").status()).isEqualTo(400);
    assertThat(sandbox.post("/crm/outcomes", Map.of()).status()).isEqualTo(400);
    assertThat(sandbox.get("/crm/operations/bad-1").status()).isEqualTo(404);
  }

  private String refusal(String path, Map<String, Object> body) {
    Reply reply = sandbox.post(path, "refusal" + path + body.hashCode(), body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    return reply.json().get("code").asText();
  }

  private static Map<String, Object> refund(String customer, String order, String serial) {
    return Map.of(
        "caseNumber",
        "W-1",
        "customerId",
        customer,
        "orderNumber",
        order,
        "serialNumbers",
        List.of(serial),
        "amount",
        Map.of("amount", 1299, "currency", "DKK"),
        "deliveryCost",
        Map.of("amount", 0, "currency", "DKK"));
  }

  private static Map<String, Object> visit(String caseNumber) {
    return Map.of(
        "caseNumber", caseNumber,
        "productGroup", "refrigerator",
        "notBefore", "2026-11-24",
        "customerName", "Astrid Lindqvist",
        "phone", "+46701740605",
        "address", SandboxClient.UPPSALA);
  }
}
