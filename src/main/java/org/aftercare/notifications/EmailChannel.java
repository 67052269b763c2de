package org.aftercare.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail over SMTP, as text and as simple HTML. */
@Component
class EmailChannel implements DeliveryChannel {

  private static final int PERMANENT = 500;

  private final JavaMailSender mailSender;
  private final NotificationsProperties.Email settings;
  private final Clock clock;

  EmailChannel(JavaMailSender mailSender, NotificationsProperties properties, Clock clock) {
    this.mailSender = mailSender;
    this.settings = properties.email();
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Duration timeLimit() {
    return settings.timeLimit();
  }

  @Override
  public void send(OutgoingMessage message) {
    try {
      mailSender.send(mime(message));
    } catch (MailParseException | MailPreparationException | MessagingException e) {
      throw DeliveryException.permanent("MAIL_NOT_WRITABLE", e);
    } catch (MailSendException e) {
      throw refusal(e);
    } catch (MailException e) {
      throw DeliveryException.temporary(e.getClass().getSimpleName(), e);
    }
  }

  private MimeMessage mime(OutgoingMessage message) throws MessagingException {
    MimeMessage mime = mailSender.createMimeMessage();
    mime.setFrom(new InternetAddress(settings.from()));
    mime.setReplyTo(InternetAddress.parse(settings.replyTo()));
    mime.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient(message.to()));
    mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mime.setSentDate(Date.from(clock.instant()));
    mime.setHeader("Message-ID", "<%s@%s>".formatted(message.deliveryId(), settings.domain()));
    mime.setHeader("Content-Language", message.to().locale().getLanguage());
    // RFC 3834: a machine wrote this, so no machine shall answer.
    mime.setHeader("Auto-Submitted", "auto-generated");
    mime.setHeader("X-Auto-Response-Suppress", "All");
    mime.setHeader(
        "List-Id",
        "<%s.%s>"
            .formatted(message.to().kind().name().toLowerCase(Locale.ROOT), settings.domain()));
    if (message.caseNumber() != null) {
      // Mail programs show all messages of a case as one conversation.
      mime.setHeader("References", "<%s@%s>".formatted(message.caseNumber(), settings.domain()));
      mime.setHeader("X-Case-Number", message.caseNumber());
    }
    MimeMultipart content =
        new MimeMultipart(
            "alternative",
            part(message.text(), "plain"),
            part(HtmlText.page(message.subject(), message.text(), message.to().locale()), "html"));
    mime.setContent(content);
    return mime;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    part.setDisposition(Part.INLINE);
    return part;
  }

  private static InternetAddress recipient(Contact to) throws MessagingException {
    InternetAddress address = new InternetAddress(to.email(), true);
    try {
      address.setPersonal(to.name(), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8.", e);
    }
    return address;
  }

  private static DeliveryException refusal(MailSendException problem) {
    Throwable cause =
        problem.getFailedMessages().values().stream()
            .map(Throwable.class::cast)
            .findFirst()
            .orElse(problem);
    while (cause instanceof SendFailedException failed) {
      int code = replyCode(failed);
      if (code >= PERMANENT) {
        return DeliveryException.permanent("SMTP_" + code, problem);
      } else if (code > 0) {
        return DeliveryException.temporary("SMTP_" + code, problem);
      }
      cause = failed.getNextException();
    }
    return DeliveryException.temporary("SMTP_UNAVAILABLE", problem);
  }

  private static int replyCode(SendFailedException failed) {
    if (failed instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    return failed instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
  }
}
