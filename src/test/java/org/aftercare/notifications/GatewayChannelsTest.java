package org.aftercare.notifications;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aftercare.customers.ContactPreferences;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPartner;
import org.aftercare.systems.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SMS and webhooks over real HTTP, and what partners get. */
class GatewayChannelsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @RegisterExtension
  static final WireMockExtension GATEWAY =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
  private final RecordingChannel email = new RecordingChannel(Channel.EMAIL);
  private NotificationsFixture.Node node;

  @BeforeEach
  void setUp() {
    fixture.wishes.put("C-1", new ContactPreferences(ContactPreferences.Channel.SMS, null, null));
    fixture.setting(
        "aftercare.partners.nordkyl.webhook-url", GATEWAY.baseUrl() + "/webhook/nordkyl");
    fixture.setting("aftercare.partners.nordkyl.webhook-secret", SECRET);
    fixture.setting(
        "aftercare.notifications.partner-fields[test.delivery]",
        "caseNumber,shipmentId,recipientName,phone,street,postalCode,city,country");
    node = nodeWithTimeout(Duration.ofSeconds(20));
  }

  private NotificationsFixture.Node nodeWithTimeout(Duration timeout) {
    GatewayProperties gateways =
        new GatewayProperties(
            new GatewayProperties.Sms(URI.create(GATEWAY.baseUrl() + "/sms"), "t0ken", timeout),
            new GatewayProperties.Webhook(
                URI.create(GATEWAY.baseUrl() + "/webhook"), "t0ken", timeout));
    ObjectMapper json = new ObjectMapper();
    return fixture.node(
        email, new SmsChannel(gateways, json), new WebhookChannel(gateways, json, fixture.clock));
  }

  private void tellAstrid(String id) {
    node.tell(
        new Notice(
            id,
            "W-1",
            new ToCustomer("C-1"),
            "test.received",
            Map.of(
                "product", "RF-300",
                "reportedOn", "2026-11-20",
                "cost", "2199.50 SEK",
                "startsAt", "2026-11-25T08:30:00Z")));
  }

  private static final Map<String, String> PART =
      Map.of(
          "caseNumber", "W-1",
          "partNumber", "P-COMP-300",
          "quantity", "1",
          "neededBy", "2026-12-01");

  @Test
  void sendsAnSmsUnderAKeyThatStaysTheSame() {
    GATEWAY.stubFor(
        post("/sms/messages")
            .inScenario("down")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("dropped"));
    GATEWAY.stubFor(
        post("/sms/messages")
            .inScenario("down")
            .whenScenarioStateIs("dropped")
            .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
            .willSetStateTo("up"));
    GATEWAY.stubFor(
        post("/sms/messages")
            .inScenario("down")
            .whenScenarioStateIs("up")
            .willReturn(aResponse().withStatus(202)));
    tellAstrid("n1");
    for (int i = 0; i < 5; i++) {
      node.run();
      fixture.clock.advance(Duration.ofMinutes(1));
    }
    List<LoggedRequest> requests = GATEWAY.findAll(postRequestedFor(urlEqualTo("/sms/messages")));
    assertThat(requests).hasSize(3);
    assertThat(requests)
        .extracting(r -> r.getHeader("Idempotency-Key"))
        .containsOnly(requests.get(0).getHeader("Idempotency-Key"));
    GATEWAY.verify(
        3,
        postRequestedFor(urlEqualTo("/sms/messages"))
            .withHeader("Authorization", equalTo("Bearer t0ken"))
            .withRequestBody(
                equalToJson(
                    """
                    {"to": "+46701740605",
                     "text": "Ärende om RF-300 mottaget. Prata med en människa: +46 8 465 004 10. Ärende W-1."}""")));
    assertThat(states()).containsExactly("SENT");
    assertThat(fixture.undelivered).isEmpty();
  }

  @Test
  void aGatewayThatIsTooSlowIsTriedAgain() {
    GATEWAY.stubFor(
        post("/sms/messages").willReturn(aResponse().withFixedDelay(3000).withStatus(202)));
    node = nodeWithTimeout(Duration.ofMillis(500));
    tellAstrid("n1");
    node.run();
    assertThat(failures()).containsExactly("SMS_UNREACHABLE");
    assertThat(states()).containsExactly("WAITING");
  }

  @Test
  void aNumberThatTheGatewayRefusesFailsAtOnce() {
    GATEWAY.stubFor(post("/sms/messages").willReturn(aResponse().withStatus(422)));
    tellAstrid("n1");
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly("SMS_422");
  }

  @Test
  void isNotSentAnywhereElse() {
    GATEWAY.stubFor(
        post("/sms/messages")
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));
    tellAstrid("n1");
    node.run();
    assertThat(GATEWAY.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();
    assertThat(states()).containsExactly("WAITING");
  }

  @Test
  void aPartnerGetsTheNamedFieldsAndNothingElse() {
    GATEWAY.stubFor(post("/webhook/nordkyl").willReturn(aResponse().withStatus(204)));
    node.tell(new Notice("n1", "W-1", new ToPartner("nordkyl"), "test.part", PART));
    node.run();
    GATEWAY.verify(
        1,
        postRequestedFor(urlEqualTo("/webhook/nordkyl"))
            .withHeader("Authorization", equalTo("Bearer t0ken"))
            .withRequestBody(
                equalToJson(
                    """
                    {"type": "test.part", "timestamp": "2026-11-23T11:00:00Z",
                     "data": {"caseNumber": "W-1", "partNumber": "P-COMP-300", "quantity": "1",
                              "neededBy": "2026-12-01"}}""")));
    assertThat(email.sent())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.facts()).containsOnlyKeys(PART.keySet());
              assertThat(mail.text())
                  .isEqualTo(
                      """
                      Hej Nordkyl AB!

                      Please send 1 of P-COMP-300 for W-1 by 1 december 2026.

                      Vårt ärendenummer: W-1. Ange det när du svarar; en människa läser ditt svar.""");
            });
  }

  @Test
  void signsAsTheSpecificationsExample() {
    assertThat(
            new WebhookSigner(SECRET)
                .sign(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1614265330),
                    "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aWebhookIsSignedUnderItsIdAndTime() {
    GATEWAY.stubFor(post("/webhook/nordkyl").willReturn(aResponse().withStatus(204)));
    node.tell(new Notice("n1", "W-1", new ToPartner("nordkyl"), "test.part", PART));
    node.run();
    LoggedRequest request =
        GATEWAY.findAll(postRequestedFor(urlEqualTo("/webhook/nordkyl"))).get(0);
    Map<String, String> expected =
        new WebhookSigner(SECRET)
            .sign(request.getHeader("webhook-id"), NotificationsFixture.NOON, request.getBody());
    expected.forEach((name, header) -> assertThat(request.getHeader(name)).isEqualTo(header));
    assertThat(request.getHeader("Idempotency-Key")).isEqualTo(request.getHeader("webhook-id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2VjcmV0", "whsec_", "whsec_no base64!"})
  void aSecretThatIsNoneSendsNothingAndIsNamed(String secret) {
    fixture.setting("aftercare.partners.nordkyl.webhook-secret", secret);
    node = nodeWithTimeout(Duration.ofSeconds(20));
    node.tell(new Notice("n1", "W-1", new ToPartner("nordkyl"), "test.part", PART));
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly("WEBHOOK_SECRET_UNUSABLE");
    GATEWAY.verify(0, postRequestedFor(urlEqualTo("/webhook/nordkyl")));
  }

  @Test
  void theTokenGoesToTheGatewayOnly() {
    fixture.setting(
        "aftercare.partners.nordkyl.webhook-url", GATEWAY.baseUrl() + "/partner-itself");
    GATEWAY.stubFor(post("/partner-itself").willReturn(aResponse().withStatus(204)));
    node = nodeWithTimeout(Duration.ofSeconds(20));
    node.tell(new Notice("n1", "W-1", new ToPartner("nordkyl"), "test.part", PART));
    node.run();
    GATEWAY.verify(
        1, postRequestedFor(urlEqualTo("/partner-itself")).withoutHeader("Authorization"));
  }

  @Test
  void aFactThatIsNotOnTheListIsRefused() {
    Map<String, String> more = new java.util.HashMap<>(PART);
    more.put("customerName", "Astrid Lindqvist");
    assertThatExceptionOfType(FactNotForPartnerException.class)
        .isThrownBy(
            () -> node.tell(new Notice("n1", "W-1", new ToPartner("nordkyl"), "test.part", more)))
        .withMessageContaining("customerName")
        .withMessageNotContaining("Astrid");
    assertThat(node.outbox.about("W-1")).isEmpty();
  }

  @Test
  void aWordingWithoutAListIsNotForPartners() {
    assertThatExceptionOfType(FactNotForPartnerException.class)
        .isThrownBy(
            () ->
                node.tell(
                    new Notice(
                        "n1", "W-1", new ToPartner("nordkyl"), "test.plain", Map.of("step", "1"))));
  }

  @Test
  void anAddressIsLookedUpWhenTheMessageLeavesAndKeptNowhere() {
    GATEWAY.stubFor(post("/webhook/nordkyl").willReturn(aResponse().withStatus(204)));
    fixture.customers.computeIfPresent(
        "C-1",
        (id, c) ->
            new org.aftercare.customers.Customer(
                id,
                c.name(),
                c.email(),
                c.phone(),
                c.language(),
                c.country(),
                new Address("Storgatan 1", "903 26", "Umeå", "SE")));
    Map<String, String> facts =
        Map.of("caseNumber", "W-1", "shipmentId", "S-1", "customerId", "C-1");
    node.tell(new Notice("n1", "W-1", new ToPartner("nordkyl"), "test.delivery", facts));
    node.run();
    GATEWAY.verify(
        1,
        postRequestedFor(urlEqualTo("/webhook/nordkyl"))
            .withRequestBody(
                equalToJson(
                    """
                    {"type": "test.delivery", "timestamp": "2026-11-23T11:00:00Z",
                     "data": {"caseNumber": "W-1", "shipmentId": "S-1",
                              "recipientName": "Astrid Lindqvist", "phone": "+46701740605",
                              "street": "Storgatan 1", "postalCode": "903 26", "city": "Umeå",
                              "country": "SE"}}""")));
    assertThat(email.sent().get(0).text()).contains("Storgatan 1");
    assertThat(stored()).noneMatch(text -> text.contains("Astrid") || text.contains("Storgatan"));
    assertThat(node.outbox.about("W-1").get(0).text()).doesNotContain("Storgatan");
    assertThatExceptionOfType(FactNotForPartnerException.class)
        .isThrownBy(
            () ->
                node.tell(
                    new Notice(
                        "n2",
                        "W-1",
                        new ToPartner("nordkyl"),
                        "test.delivery",
                        Map.of(
                            "caseNumber", "W-1", "shipmentId", "S-1", "street", "Storgatan 1"))));
  }

  @Test
  void anUnknownPartnerIsReported() {
    node.tell(new Notice("n1", "W-1", new ToPartner("nobody"), "test.part", PART));
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly(Planner.UNKNOWN_RECIPIENT);
  }

  private List<String> stored() {
    return fixture.jdbc.sql("select facts from notification").query(String.class).list();
  }

  private List<String> failures() {
    return fixture.jdbc.sql("select failure from notification_delivery").query(String.class).list();
  }

  private List<String> states() {
    return fixture.jdbc.sql("select state from notification_delivery").query(String.class).list();
  }
}
