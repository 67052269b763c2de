package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPartner;
import org.aftercare.sandbox.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.client.RestClient;

/** All channels against the mail server and the gateways of the sandbox. */
class SandboxDeliveryTest {

  private static SandboxServer sandbox;
  private static RestClient http;

  private final String caseNumber =
      "W-%s-TEST".formatted(UUID.randomUUID().toString().substring(0, 4).toUpperCase());
  private final NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
  private NotificationsFixture.Node node;

  @BeforeAll
  static void start() {
    sandbox =
        SandboxServer.start(
            Map.of(
                "aftercare.sandbox.port",
                0,
                "aftercare.sandbox.smtp-port",
                0,
                "aftercare.sandbox.token",
                "t0ken",
                "aftercare.sandbox.database",
                "jdbc:h2:mem:" + UUID.randomUUID()));
    http = RestClient.create(sandbox.url());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void connect() {
    http.delete().uri("/faults").retrieve().toBodilessEntity();
    fixture.setting("aftercare.partners.nordkyl.webhook-url", sandbox.url() + "/webhook/nordkyl");
    JavaMailSenderImpl mail = new JavaMailSenderImpl();
    mail.setHost("localhost");
    mail.setPort(sandbox.smtpPort());
    Properties limits = new Properties();
    limits.setProperty("mail.smtp.connectiontimeout", "5000");
    limits.setProperty("mail.smtp.timeout", "5000");
    mail.setJavaMailProperties(limits);
    Duration timeout = Duration.ofSeconds(20);
    GatewayProperties gateways =
        new GatewayProperties(
            new GatewayProperties.Sms(URI.create(sandbox.url() + "/sms"), "t0ken", timeout),
            new GatewayProperties.Webhook(
                URI.create(sandbox.url() + "/webhook"), "t0ken", timeout));
    ObjectMapper json = new ObjectMapper();
    node =
        fixture.node(
            new EmailChannel(mail, fixture.properties(), fixture.clock),
            new SmsChannel(gateways, json),
            new WebhookChannel(gateways, json, fixture.clock));
  }

  private void tell() {
    Map<String, String> received =
        Map.of(
            "product", "RF-300",
            "reportedOn", "2026-11-20",
            "cost", "2199.50 SEK",
            "startsAt", "2026-11-25T08:30:00Z");
    Map<String, String> part =
        Map.of(
            "caseNumber", caseNumber,
            "partNumber", "P-COMP-300",
            "quantity", "1",
            "neededBy", "2026-12-01");
    node.tell(
        new Notice(caseNumber + "/n1", caseNumber, new ToCustomer("C-1"), "test.received", received)
            .asUrgent(),
        new Notice(caseNumber + "/n2", caseNumber, new ToPartner("nordkyl"), "test.part", part));
  }

  private JsonNode mailbox() {
    return http.get()
        .uri("/messages?caseNumber={caseNumber}", caseNumber)
        .retrieve()
        .body(JsonNode.class);
  }

  private void fault(String system, String mode) {
    http.post()
        .uri("/faults/" + system)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("mode", mode, "times", 1))
        .retrieve()
        .toBodilessEntity();
  }

  @Test
  void everyChannelArrivesOnce() {
    tell();
    node.run();
    assertThat(mailbox())
        .hasSize(4)
        .allSatisfy(message -> assertThat(message.get("copies").asInt()).isEqualTo(1));
    assertThat(mailbox())
        .extracting(
            message -> message.get("channel").asText() + " " + message.get("recipient").asText())
        .containsExactlyInAnyOrder(
            "email astrid@example.org",
            "sms +46701740605",
            "email orders@nordkyl.example",
            "webhook nordkyl");
    assertThat(fixture.undelivered).isEmpty();
  }

  @Test
  void whatIsOffGetsItLater() {
    fault("mail", "off");
    fault("sms", "off");
    fault("webhook", "off");
    tell();
    for (int i = 0; i < 3; i++) {
      node.run();
      fixture.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(mailbox())
        .hasSize(4)
        .allSatisfy(message -> assertThat(message.get("copies").asInt()).isEqualTo(1));
    assertThat(fixture.undelivered).isEmpty();
  }

  @Test
  void aLostReceiptMakesACopyUnderTheSameIdAndNoOtherMessage() {
    fault("mail", "drop");
    fault("sms", "drop");
    fault("webhook", "drop");
    tell();
    for (int i = 0; i < 3; i++) {
      node.run();
      fixture.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(mailbox()).hasSize(4);
    assertThat(mailbox())
        .filteredOn(message -> message.get("copies").asInt() == 2)
        .as("one e-mail, the SMS and the webhook were sent twice, each under one id")
        .hasSize(3);
    assertThat(fixture.undelivered).isEmpty();
  }
}
