package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aftercare.sandbox.FakeProduct.Callback;
import org.aftercare.sandbox.SandboxClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The partners' part: what happens there reaches the product, signed, until it is taken. */
@ExtendWith(SandboxExtension.class)
class SandboxPartnersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SandboxClient sandbox;
  private final FakeProduct product;

  SandboxPartnersTest(SandboxClient sandbox, FakeProduct product) {
    this.sandbox = sandbox;
    this.product = product;
  }

  @Test
  void aScanReachesTheProductSigned() throws Exception {
    String shipment = sandbox.ship("W-SCAN-0001");

    happen(Map.of("type", "shipment.picked_up", "caseNumber", "W-SCAN-0001"));

    Callback callback = callbacks("W-SCAN-0001", 1).get(0);
    assertThat(callback.path()).isEqualTo("/api/callbacks/shipping");
    JsonNode body = JSON.readTree(callback.body());
    assertThat(body.get("type").asText()).isEqualTo("shipment.picked_up");
    assertThat(body.get("timestamp").asText()).startsWith("2026-11-2");
    assertThat(body.get("data").get("caseNumber").asText()).isEqualTo("W-SCAN-0001");
    assertThat(body.get("data").get("shipmentId").asText()).isEqualTo(shipment);
    assertThat(body.get("data")).hasSize(2);

    assertThat(callback.id()).matches("msg_[0-9a-f]{32}");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(SandboxClient.SHIPPING_SECRET.substring(6)), "HmacSHA256"));
    String signed = callback.id() + "." + callback.timestamp() + "." + callback.body();
    assertThat(callback.signature())
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    Instant sent = Instant.ofEpochSecond(Long.parseLong(callback.timestamp()));
    Instant now = Instant.parse(sandbox.get("/clock").json().get("now").asText());
    assertThat(Duration.between(sent, now).abs()).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void signsAsTheSpecificationsExample() {
    String signature =
        new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void isToldAgainUntilTheProductTakesIt() {
    sandbox.ship("W-AGAN-0001");
    product.answer(503, 401, 500);

    happen(Map.of("type", "shipment.delivered", "caseNumber", "W-AGAN-0001"));

    List<Callback> attempts = callbacks("W-AGAN-0001", 4);
    assertThat(attempts).extracting(Callback::id).containsOnly(attempts.get(0).id());
    JsonNode entry = callbackEntry("W-AGAN-0001", "204");
    assertThat(entry.get("attempts").asInt()).isEqualTo(4);
    assertThat(entry.get("remaining").asInt()).isZero();
  }

  @Test
  void isNotToldAgainAfterTheProductSaysItIsWrong() {
    sandbox.ship("W-WRNG-0001");
    product.answer(422);

    happen(Map.of("type", "shipment.lost", "caseNumber", "W-WRNG-0001"));

    JsonNode entry = callbackEntry("W-WRNG-0001", "422");
    assertThat(entry.get("remaining").asInt()).isZero();
    assertThat(product.callbacks("W-WRNG-0001")).hasSize(1);
  }

  @Test
  void canBeToldTwiceUnderOneId() {
    sandbox.ship("W-TWCE-0001");

    happen(Map.of("type", "pickup.failed", "caseNumber", "W-TWCE-0001", "twice", true));

    List<Callback> both = callbacks("W-TWCE-0001", 2);
    assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
    assertThat(both.get(0).body()).isEqualTo(both.get(1).body());
  }

  @Test
  void aPartIsLateAndThenArrives() {
    String reservation =
        sandbox
            .post(
                "/parts/reservations",
                "part-late",
                Map.of("caseNumber", "W-PART-0001", "partNumber", "P-FAN-300", "quantity", 1))
            .json()
            .get("reservationId")
            .asText();

    happen(Map.of("type", "part.delayed", "caseNumber", "W-PART-0001", "expectedOn", "2026-12-20"));
    happen(Map.of("type", "part.arrived", "id", reservation));

    List<Callback> callbacks = callbacks("W-PART-0001", 2);
    assertThat(callbacks).extracting(Callback::path).containsOnly("/api/callbacks/parts");
    assertThat(callbacks.get(0).body())
        .contains("\"expectedOn\":\"2026-12-20\"", "\"reservationId\":\"" + reservation + "\"");
    assertThat(callbacks.get(1).body()).contains("part.arrived");
    JsonNode part = sandbox.get("/partners/reservations?caseNumber=W-PART-0001").json().get(0);
    assertThat(part.get("status").asText()).isEqualTo("ARRIVED");
  }

  @Test
  void aVisitIsMovedAndReported() {
    Reply booked =
        sandbox.post(
            "/booking/appointments",
            "visit-reported",
            Map.of(
                "caseNumber", "W-VIST-0001",
                "productGroup", "washing-machine",
                "notBefore", "2026-11-24",
                "customerName", "Astrid Lindqvist",
                "phone", "+46701740605",
                "address", SandboxClient.UPPSALA));
    Instant startsAt = Instant.parse(booked.json().get("startsAt").asText());

    happen(Map.of("type", "appointment.moved", "caseNumber", "W-VIST-0001"));
    happen(
        Map.of(
            "type", "visit.completed",
            "caseNumber", "W-VIST-0001",
            "visitResult", "NO_FAULT_FOUND"));

    List<Callback> callbacks = callbacks("W-VIST-0001", 2);
    assertThat(callbacks.get(0).body())
        .contains("\"startsAt\":\"" + startsAt.plus(Duration.ofDays(1)) + "\"");
    assertThat(callbacks.get(1).body()).contains("\"visitResult\":\"NO_FAULT_FOUND\"");
  }

  @Test
  void anInvoiceIsPaid() {
    String number =
        sandbox
            .post(
                "/billing/invoices",
                "invoice-paid",
                Map.of(
                    "caseNumber", "W-PAID-0001",
                    "customerId", "C-1001",
                    "amount", Map.of("amount", 1200, "currency", "SEK")))
            .json()
            .get("invoiceNumber")
            .asText();

    happen(Map.of("type", "invoice.paid", "id", number));

    assertThat(callbacks("W-PAID-0001", 1).get(0).body())
        .contains("\"invoiceNumber\":\"" + number + "\"");
    assertThat(sandbox.get("/partners/invoices?caseNumber=W-PAID-0001&open=true").json()).isEmpty();
  }

  @Test
  void nothingHappensToWhatIsNotThere() {
    assertThat(
            sandbox
                .post("/partners/events", Map.of("type", "part.arrived", "caseNumber", "W-NONE"))
                .status())
        .isEqualTo(404);
    assertThat(
            sandbox
                .post("/partners/events", Map.of("type", "sun.shines", "caseNumber", "W-NONE"))
                .status())
        .isEqualTo(400);
    String shipment = sandbox.ship("W-CNCL-0001");
    sandbox.post("/shipping/shipments/" + shipment + "/cancellation", "cancel-0001", "");
    assertThat(
            sandbox
                .post("/partners/events", Map.of("type", "shipment.delivered", "id", shipment))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aTransportIsCancelledUntilTheCarrierHasFetchedIt() {
    assertThat(cancelledAfter("W-CNCL-0002", "pickup.failed")).isEqualTo("CANCELLED");
    assertThat(cancelledAfter("W-CNCL-0003", "shipment.picked_up")).isEqualTo("UNDER_WAY");
    assertThat(cancelledAfter("W-CNCL-0004", "shipment.delivered")).isEqualTo("UNDER_WAY");
  }

  private String cancelledAfter(String caseNumber, String event) {
    String shipment = sandbox.ship(caseNumber);
    happen(Map.of("type", event, "id", shipment));
    callbacks(caseNumber, 1);
    return sandbox
        .post("/shipping/shipments/" + shipment + "/cancellation", "cancel-" + caseNumber, "")
        .json()
        .get("outcome")
        .asText();
  }

  @Test
  void theAutopilotPlaysWhileItIsOn() {
    sandbox.ship("W-AUTO-0001");
    sandbox.post("/scene/autopilot", Map.of("on", true));
    try {
      // A carrier needs its time, by the sandbox's clock.
      moveClock(Duration.ofMinutes(10));
      assertThat(callbacks("W-AUTO-0001", 1).get(0).body()).contains("shipment.picked_up");
      moveClock(Duration.ofMinutes(10));
      assertThat(callbacks("W-AUTO-0001", 2).get(1).body()).contains("shipment.delivered");
    } finally {
      sandbox.post("/scene/autopilot", Map.of("on", false));
    }
  }

  @Test
  void theClockMovesWithTheProducts() {
    Instant before = Instant.parse(sandbox.get("/clock").json().get("now").asText());
    product.clockStands(before.plus(Duration.ofHours(2)).toString());

    Reply moved = sandbox.post("/clock/forward", Map.of("duration", "PT2H"));

    assertThat(product.clockRequests())
        .containsExactly(
            "POST /api/demo/clock/forward Basic "
                + Base64.getEncoder()
                    .encodeToString("olof:Kylskap-2026".getBytes(StandardCharsets.UTF_8))
                + " {\"duration\":\"PT2H\"}");
    assertThat(Instant.parse(moved.json().get("now").asText()))
        .isAfterOrEqualTo(before.plus(Duration.ofHours(2)));
  }

  @Test
  void theClockStaysWhenTheProductsDoes() {
    Reply refused = sandbox.post("/clock/forward", Map.of("duration", "P1D"));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(sandbox.post("/clock/forward", Map.of("duration", "soon")).status()).isEqualTo(400);
  }

  private void happen(Map<String, Object> event) {
    Reply reply = sandbox.post("/partners/events", event);
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
  }

  private void moveClock(Duration by) {
    Instant now = Instant.parse(sandbox.get("/clock").json().get("now").asText());
    sandbox.post("/clock", Map.of("now", now.plus(by).toString()));
  }

  private List<Callback> callbacks(String caseNumber, int wanted) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> product.callbacks(caseNumber), found -> found.size() >= wanted);
  }

  private JsonNode callbackEntry(String caseNumber, String lastAnswer) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> sandbox.get("/callbacks?caseNumber=" + caseNumber).json().get(0),
            entry -> entry.get("lastAnswer").asText().equals(lastAnswer));
  }
}
