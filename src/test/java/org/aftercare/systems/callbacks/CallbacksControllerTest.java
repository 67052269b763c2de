package org.aftercare.systems.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.aftercare.engine.Reference;
import org.aftercare.systems.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(CallbacksControllerTest.Web.class)
@TestPropertySource(
    properties = {
      "aftercare.api.body-limit-bytes=1000000",
      "aftercare.callbacks.shipping.secret=whsec_c2hpcHBpbmcgc2hpcHBpbmcgc2hpcHBpbmc=",
      "aftercare.callbacks.parts.secret=whsec_cGFydHMgcGFydHMgcGFydHMgcGFydHMgcGFydHM=",
      "aftercare.callbacks.parts.previous-secrets[0]=whsec_Y29taW5nIHNlY3JldCBjb21pbmcgc2VjcmV0IGNvbQ==",
      "aftercare.callbacks.booking.secret=whsec_Ym9va2luZyBib29raW5nIGJvb2tpbmcgYm9vaw==",
      "aftercare.callbacks.billing.secret=whsec_YmlsbGluZyBiaWxsaW5nIGJpbGxpbmcgYmlsbA=="
    })
class CallbacksControllerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Map<Partner, String> SECRETS =
      Map.of(
          Partner.SHIPPING, "whsec_c2hpcHBpbmcgc2hpcHBpbmcgc2hpcHBpbmc=",
          Partner.PARTS, "whsec_cGFydHMgcGFydHMgcGFydHMgcGFydHMgcGFydHM=",
          Partner.BOOKING, "whsec_Ym9va2luZyBib29raW5nIGJvb2tpbmcgYm9vaw==",
          Partner.BILLING, "whsec_YmlsbGluZyBiaWxsaW5nIGJpbGxpbmcgYmlsbA==");
  private static final String COMING_SECRET = "whsec_Y29taW5nIHNlY3JldCBjb21pbmcgc2VjcmV0IGNvbQ==";
  private static final String PART_ARRIVED =
      "{\"type\":\"part.arrived\",\"data\":{\"caseNumber\":\"W-7K3M-2QPX\",\"reservationId\":\"RES-1\"}}";

  @Autowired private WebApplicationContext context;
  @Autowired private RecordingInbox inbox;
  private MockMvc web;

  @BeforeEach
  void start() {
    web = MockMvcBuilders.webAppContextSetup(context).build();
    inbox.messages.clear();
    inbox.reported.clear();
  }

  @ParameterizedTest
  @EnumSource
  void handsEachKindOfMessageToTheInbox(CallbackType type) throws Exception {
    JsonNode example =
        Contract.of("callbacks").document().at("/components/examples/" + type.message() + "/value");

    send(type.partner(), "msg_1", example.toString())
        .andExpect(status().isNoContent())
        .andExpect(content().string(""));

    Map<String, Object> variables = new HashMap<>();
    type.fields()
        .forEach(
            field -> {
              String text = example.at("/data/" + field.name()).textValue();
              variables.put(
                  field.name(), field.form() == CallbackField.Form.ID ? new Reference(text) : text);
            });
    assertThat(inbox.messages)
        .containsExactly(
            new InboundMessage(
                type.partner().system(),
                "msg_1",
                type.message(),
                example.at("/data/caseNumber").textValue(),
                variables));
    assertThat(inbox.reported)
        .as("what no process awaits")
        .isEqualTo(
            type == CallbackType.SHIPMENT_PICKED_UP
                ? List.of("ShipmentPickedUp")
                : List.<String>of());
  }

  @Test
  void writesTimesInOneWayAndLeavesOutWhatItDoesNotKnow() throws Exception {
    send(
            Partner.BOOKING,
            "msg_1",
            """
            {"type": "appointment.moved", "timestamp": "soon", "more": [1],
             "data": {"caseNumber": "W-1", "appointmentId": "A-1", "customerName": "Astrid",
              "startsAt": "2026-12-03T09:00:00+01:00", "endsAt": "2026-12-03T11:00+01:00"}}
            """)
        .andExpect(status().isNoContent());

    assertThat(inbox.messages.get(0).variables())
        .isEqualTo(
            Map.of(
                "appointmentId", new Reference("A-1"),
                "startsAt", "2026-12-03T08:00:00Z",
                "endsAt", "2026-12-03T10:00:00Z"));
  }

  @Test
  void takesTheSameMessageOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      send(Partner.PARTS, "msg_1", PART_ARRIVED).andExpect(status().isNoContent());
    }
    assertThat(inbox.messages).hasSize(1);

    send(Partner.PARTS, "msg_2", PART_ARRIVED).andExpect(status().isNoContent());
    assertThat(inbox.messages).hasSize(2);
  }

  @Test
  void takesWhatIsSignedWithASecretThatIsStillToCome() throws Exception {
    send(
            "parts",
            "msg_1",
            NOW,
            Signing.v1(COMING_SECRET, "msg_1", seconds(NOW), PART_ARRIVED),
            PART_ARRIVED)
        .andExpect(status().isNoContent());
  }

  @Test
  void refusesAPartnerThatSpeaksForAnother() throws Exception {
    String signature =
        Signing.v1(SECRETS.get(Partner.BILLING), "msg_1", seconds(NOW), PART_ARRIVED);
    unauthorized(send("parts", "msg_1", NOW, signature, PART_ARRIVED));
  }

  @Test
  void refusesWhatIsNotSigned() throws Exception {
    unauthorized(web.perform(callback("parts").content(PART_ARRIVED)));
    unauthorized(send("parts", "msg_1", NOW, "v1,AAAA", PART_ARRIVED));
    unauthorized(send("parts", "", NOW, "v1,AAAA", PART_ARRIVED));
  }

  @Test
  void refusesAnOldMessageEvenIfItIsNew() throws Exception {
    for (Duration age : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
      Instant sent = NOW.minus(age);
      String signature =
          Signing.v1(SECRETS.get(Partner.PARTS), "msg_1", seconds(sent), PART_ARRIVED);
      unauthorized(send("parts", "msg_1", sent, signature, PART_ARRIVED));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "orders", "SHIPPING", "shipping2", "sms", "customer", "%2e%2e"})
  void knowsNoOtherPartners(String system) throws Exception {
    send(system, "msg_1", NOW, "v1,AAAA", PART_ARRIVED).andExpect(status().isNotFound());
    assertThat(inbox.messages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\": null, \"data\": {}}",
        "{\"type\": 7, \"data\": {}}",
        "{\"type\": \"part.exploded\", \"data\": {\"caseNumber\": \"W-1\", \"reservationId\": \"R\"}}",
        "{\"type\": \"invoice.paid\", \"data\": {\"caseNumber\": \"W-1\", \"invoiceNumber\": \"I\"}}",
        "[]",
        "\"part.arrived\"",
        "null"
      })
  void refusesATypeThatThePartnerCannotSend(String body) throws Exception {
    invalid(send(Partner.PARTS, "msg_1", body), "/type")
        .andExpect(jsonPath("$.errors[0].remedy", containsString("part.arrived, part.delayed")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"type\":", "{} {}", "<callback/>", "{\"type\":1,\"type\":2}"})
  void refusesWhatIsNotJson(String body) throws Exception {
    ResultActions answer = send(Partner.PARTS, "msg_1", body);
    if (body.isEmpty()) {
      invalid(answer, "/type");
    } else {
      answer.andExpect(status().isBadRequest()).andExpect(problem());
    }
    assertThat(inbox.messages).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PART_DELAYED, caseNumber", "PART_DELAYED, reservationId", "PART_DELAYED, expectedOn",
    "APPOINTMENT_MOVED, startsAt", "APPOINTMENT_MOVED, endsAt", "VISIT_COMPLETED, visitResult",
    "SHIPMENT_LOST, shipmentId", "INVOICE_PAID, invoiceNumber"
  })
  void refusesDataThatIsMissingOrMalformed(CallbackType type, String field) throws Exception {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonNode example =
        Contract.of("callbacks").document().at("/components/examples/" + type.message() + "/value");
    List<JsonNode> wrong =
        new ArrayList<>(
            List.of(
                nodes.nullNode(),
                nodes.numberNode(7),
                nodes.booleanNode(true),
                nodes.objectNode(),
                nodes.textNode(""),
                nodes.textNode(" Astrid Lindqvist "),
                nodes.textNode("x".repeat(101)),
                nodes.textNode("2026-02-30")));
    if (field.endsWith("Id") || field.endsWith("Number")) {
      wrong.remove(7);
    }
    for (JsonNode content : wrong) {
      ObjectNode body = example.deepCopy();
      ((ObjectNode) body.get("data")).set(field, content);
      invalid(send(type.partner(), "msg_1", body.toString()), "/data/" + field)
          .andExpect(content().string(not(containsString("Astrid"))));
    }
    ObjectNode without = example.deepCopy();
    ((ObjectNode) without.get("data")).remove(field);
    invalid(send(type.partner(), "msg_1", without.toString()), "/data/" + field)
        .andExpect(jsonPath("$.errors[0].detail").value("The field is missing."));
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws Exception {
    send(Partner.PARTS, "msg_1", "{\"type\": \"part.delayed\", \"data\": []}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors", hasSize(3)));
  }

  @Test
  void refusesAVisitThatEndsBeforeItBegins() throws Exception {
    invalid(
        send(
            Partner.BOOKING,
            "msg_1",
            """
            {"type": "appointment.moved", "data": {"caseNumber": "W-1", "appointmentId": "A-1",
              "startsAt": "2026-12-03T10:00:00Z", "endsAt": "2026-12-03T10:00:00Z"}}
            """),
        "/data/endsAt");
  }

  @Test
  void reads64KilobytesAndNotMore() throws Exception {
    String largest = padded(64 * 1024);
    send(Partner.PARTS, "msg_1", largest).andExpect(status().isNoContent());

    send(Partner.PARTS, "msg_2", padded(64 * 1024 + 1))
        .andExpect(status().isPayloadTooLarge())
        .andExpect(problem());
    send(Partner.PARTS, "msg_3", padded(500_000)).andExpect(status().isPayloadTooLarge());
    assertThat(inbox.messages).hasSize(1);
  }

  @Test
  void takesJsonOnly() throws Exception {
    web.perform(
            post("/api/callbacks/parts").contentType(MediaType.TEXT_PLAIN).content(PART_ARRIVED))
        .andExpect(status().isUnsupportedMediaType());
  }

  private ResultActions unauthorized(ResultActions answer) throws Exception {
    assertThat(inbox.messages).isEmpty();
    return answer.andExpect(status().isUnauthorized()).andExpect(problem());
  }

  private ResultActions invalid(ResultActions answer, String field) throws Exception {
    assertThat(inbox.messages).isEmpty();
    return answer
        .andExpect(status().isUnprocessableEntity())
        .andExpect(problem())
        .andExpect(jsonPath("$.errors[0].field").value(field));
  }

  private static ResultMatcher problem() {
    return content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
  }

  private ResultActions send(Partner partner, String id, String body) throws Exception {
    return send(
        partner.system(), id, NOW, Signing.v1(SECRETS.get(partner), id, seconds(NOW), body), body);
  }

  private ResultActions send(String system, String id, Instant sent, String signature, String body)
      throws Exception {
    return web.perform(
        callback(system)
            .header("webhook-id", id)
            .header("webhook-timestamp", seconds(sent))
            .header("webhook-signature", signature)
            .content(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static MockHttpServletRequestBuilder callback(String system) {
    return post("/api/callbacks/{system}", system).contentType(MediaType.APPLICATION_JSON);
  }

  private static long seconds(Instant instant) {
    return instant.getEpochSecond();
  }

  private static String padded(int bytes) {
    return PART_ARRIVED + " ".repeat(bytes - PART_ARRIVED.length());
  }

  /** Keeps each message once, as the real one does. */
  static class RecordingInbox implements Inbox {

    final List<InboundMessage> messages = new ArrayList<>();
    final List<String> reported = new ArrayList<>();

    @Override
    public boolean report(InboundMessage message) {
      reported.add(message.name());
      return accept(message);
    }

    @Override
    public boolean accept(InboundMessage message) {
      boolean known =
          messages.stream()
              .anyMatch(
                  other ->
                      other.source().equals(message.source()) && other.id().equals(message.id()));
      return !known && messages.add(message);
    }
  }

  /** No stereotype, so that no other test's component scan picks it up. */
  @ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  @ComponentScan(basePackageClasses = CallbacksController.class)
  @ComponentScan(
      basePackageClasses = ProblemException.class,
      useDefaultFilters = false,
      includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*ProblemAdvice"))
  static class Web {

    @Bean
    RecordingInbox inbox() {
      return new RecordingInbox();
    }

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }
  }
}
