package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.aftercare.customers.Customer;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class EmailChannelTest {

  private static final Map<String, String> FACTS =
      Map.of(
          "product", "Nordkyl RF-300 <kyl & frys>",
          "reportedOn", "2026-11-20",
          "cost", "2199.50 SEK",
          "startsAt", "2026-11-25T08:30:00Z");

  private final NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private NotificationsFixture.Node node;

  @BeforeEach
  void startMailServer() {
    server.start();
    sender.setHost("localhost");
    sender.setPort(server.getSmtp().getPort());
    Properties limits = new Properties();
    limits.setProperty("mail.smtp.connectiontimeout", "2000");
    limits.setProperty("mail.smtp.timeout", "2000");
    sender.setJavaMailProperties(limits);
    node = fixture.node(new EmailChannel(sender, fixture.properties(), fixture.clock));
  }

  @AfterEach
  void stopMailServer() {
    server.stop();
  }

  private void tellAstrid(String id) {
    node.tell(new Notice(id, "W-7K3M-2QPX", new ToCustomer("C-1"), "test.received", FACTS));
  }

  @Test
  void writesInTheRecipientsLanguageAndTimeZone() throws Exception {
    tellAstrid("n1");
    node.run();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject())
        .isEqualTo("Vi har tagit emot ditt ärende om Nordkyl RF-300 <kyl & frys>");
    assertThat(mail.getAllRecipients()[0].toString())
        .isEqualTo("Astrid Lindqvist <astrid@example.org>");
    Multipart content = (Multipart) mail.getContent();
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    String text = content.getBodyPart(0).getContent().toString();
    assertThat(text)
        .startsWith("Hej Astrid Lindqvist!")
        .contains("20 november 2026")
        .contains("2\u00a0199,50\u00a0kr")
        .contains("25 november 2026 kl. 09:30")
        .contains("+46 8 465 004 10")
        .contains("W-7K3M-2QPX");
    BodyPart html = content.getBodyPart(1);
    assertThat(html.getContentType()).startsWith("text/html");
    assertThat(html.getContent().toString())
        .contains("<html lang=\"sv\">")
        .contains("Nordkyl RF-300 &lt;kyl &amp; frys&gt;")
        .doesNotContain("<kyl");
  }

  @Test
  void saysWhoSendsWhoAnswersAndThatAMachineWroteIt() throws Exception {
    tellAstrid("n1");
    node.run();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getFrom()[0].toString()).isEqualTo("Aftercare <service@aftercare.example>");
    assertThat(mail.getReplyTo()[0].toString()).isEqualTo("people@aftercare.example");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Id")).containsExactly("<customer.aftercare.example>");
    assertThat(mail.getHeader("Content-Language")).containsExactly("sv");
    assertThat(mail.getHeader("References")).containsExactly("<W-7K3M-2QPX@aftercare.example>");
    assertThat(mail.getMessageID()).matches("<[0-9a-f]{40}@aftercare\\.example>");
  }

  @Test
  void waitsForAMailServerThatIsDown() throws Exception {
    server.stop();
    tellAstrid("n1");
    node.run();
    assertThat(fixture.undelivered).isEmpty();
    server.start();
    sender.setPort(server.getSmtp().getPort());
    node.run();
    assertThat(server.getReceivedMessages()).as("not before the back-off is over").isEmpty();
    fixture.clock.advance(Duration.ofSeconds(10));
    node.run();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void sendsAgainUnderTheSameMessageId() throws Exception {
    tellAstrid("n1");
    node.run();
    fixture
        .jdbc
        .sql("update notification_delivery set state = 'SENDING', due_at = :now")
        .param("now", java.sql.Timestamp.from(fixture.clock.instant()))
        .update();
    node.run();
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @Test
  void anAddressThatIsNoneFailsAtOnce() {
    Customer astrid = fixture.customers.get("C-1");
    fixture.customers.put(
        "C-1",
        new Customer("C-1", astrid.name(), "not an address", null, astrid.language(), "SE", null));
    tellAstrid("n1");
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly("MAIL_NOT_WRITABLE");
  }

  @Test
  void factsCannotAddHeaders() throws Exception {
    node.tell(
        new Notice(
            "n1",
            "W-1",
            new ToCustomer("C-1"),
            "test.plain",
            Map.of("step", "1\r\nBcc: everybody@example.org")));
    node.run();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Steg 1 Bcc: everybody@example.org");
  }
}
