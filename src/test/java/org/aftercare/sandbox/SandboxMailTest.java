package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mailbox: what was sent is there once, however often it came. */
@ExtendWith(SandboxExtension.class)
class SandboxMailTest {

  private final SandboxClient sandbox;

  SandboxMailTest(SandboxClient sandbox) {
    this.sandbox = sandbox;
  }

  @Test
  void keepsAnEmailAsText() throws Exception {
    send("mail-1@test", "astrid.lindqvist@mail.example", "Kylskåp: W-MAIL-0001");

    JsonNode messages = sandbox.get("/messages?caseNumber=W-MAIL-0001").json();
    assertThat(messages).hasSize(1);
    JsonNode message = messages.get(0);
    assertThat(message.get("channel").asText()).isEqualTo("email");
    assertThat(message.get("messageId").asText()).isEqualTo("<mail-1@test>");
    assertThat(message.get("recipient").asText()).isEqualTo("astrid.lindqvist@mail.example");
    assertThat(message.get("sender").asText()).isEqualTo("service@aftercare.example");
    assertThat(message.get("subject").asText()).isEqualTo("Kylskåp: W-MAIL-0001");
    assertThat(message.get("text").asText()).isEqualTo("Hej Åsa, vi hör av oss.");
    assertThat(message.get("copies").asInt()).isEqualTo(1);
  }

  @Test
  void countsAnEmailThatComesTwice() throws Exception {
    send("mail-2@test", "twice@mail.example", "Again");
    send("mail-2@test", "twice@mail.example", "Again");
    send("mail-3@test", "twice@mail.example", "Another");

    JsonNode messages = sandbox.get("/messages?recipient=twice@mail.example").json();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).get("subject").asText()).isEqualTo("Another");
    assertThat(messages.get(1).get("copies").asInt()).isEqualTo(2);
  }

  @Test
  void refusesEmailWhileItIsOff() throws Exception {
    sandbox.post("/faults/mail", Map.of("mode", "off", "times", 1));

    assertThatThrownBy(() -> send("mail-4@test", "off@mail.example", "Off"))
        .isInstanceOf(MessagingException.class);
    assertThat(sandbox.get("/messages?recipient=off@mail.example").json()).isEmpty();

    send("mail-4@test", "off@mail.example", "On");
    assertThat(sandbox.get("/messages?recipient=off@mail.example").json()).hasSize(1);
  }

  @Test
  void keepsAnEmailWhoseReceiptIsLost() throws Exception {
    sandbox.post("/faults/mail", Map.of("mode", "drop", "times", 1));

    assertThatThrownBy(() -> send("mail-5@test", "lost@mail.example", "Lost"))
        .isInstanceOf(MessagingException.class);
    send("mail-5@test", "lost@mail.example", "Lost");

    JsonNode messages = sandbox.get("/messages?recipient=lost@mail.example").json();
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).get("copies").asInt()).isEqualTo(2);
  }

  @Test
  void takesTextMessagesOncePerKey() {
    Map<String, Object> text =
        Map.of("to", "+46701740699", "text", "Teknikern kommer i morgon. W-TEXT-0001");
    var first = sandbox.post("/sms/messages", "text-1", text);
    assertThat(first.status()).isEqualTo(200);
    assertThat(sandbox.post("/sms/messages", "text-1", text)).isEqualTo(first);
    assertThat(sandbox.post("/sms/messages", "text-2", text).status()).isEqualTo(200);

    JsonNode messages = sandbox.get("/messages?channel=sms&recipient=%2B46701740699").json();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).get("copies").asInt()).isEqualTo(2);
    assertThat(messages.get(1).get("caseNumber").asText()).isEqualTo("W-TEXT-0001");
    assertThat(sandbox.get("/ledger?system=sms&caseNumber=W-TEXT-0001").json()).hasSize(2);
  }

  @Test
  void receivesWhatPartnersAreTold() {
    Map<String, Object> order =
        Map.of(
            "type",
            "supplier.part-order",
            "data",
            Map.of("caseNumber", "W-HOOK-0001", "partNumber", "P-FAN-300"));
    assertThat(sandbox.post("/webhook/nordkyl", "hook-1", order).status()).isEqualTo(200);
    assertThat(sandbox.post("/webhook/nordkyl", "hook-1", order).status()).isEqualTo(200);

    JsonNode messages = sandbox.get("/messages?channel=webhook&recipient=nordkyl").json();
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).get("caseNumber").asText()).isEqualTo("W-HOOK-0001");
    assertThat(messages.get(0).get("copies").asInt()).isEqualTo(2);
    assertThat(messages.get(0).get("text").asText()).contains("P-FAN-300");
  }

  private void send(String id, String to, String subject) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(sandbox.server().smtpPort()));
    MimeMessage message =
        new MimeMessage(Session.getInstance(properties)) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
          }
        };
    message.setFrom(new InternetAddress("service@aftercare.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Hej Åsa, vi hör av oss.", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>Hej <b>Åsa</b></p>", "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }
}
