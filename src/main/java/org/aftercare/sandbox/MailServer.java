package org.aftercare.sandbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes e-mail over SMTP into the mailbox: what it has acknowledged is stored. */
class MailServer implements AutoCloseable {

  private static final int LATER = 451;
  private static final String CASE_HEADER = "X-Case-Number";

  private final Mailbox mailbox;
  private final Faults faults;
  private final SMTPServer server;

  MailServer(Mailbox mailbox, Faults faults, InetAddress address, int port) {
    this.mailbox = mailbox;
    this.faults = faults;
    this.server =
        SMTPServer.port(port)
            .bindAddress(address)
            .hostName("mail.sandbox.example")
            .messageHandlerFactory(Delivery::new)
            .build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** One e-mail as it comes in. */
  private class Delivery implements MessageHandler {

    private final List<String> recipients = new ArrayList<>();
    private String sender;

    Delivery(MessageContext context) {}

    @Override
    public void from(String from) {
      sender = from;
    }

    @Override
    public void recipient(String recipient) {
      recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      byte[] content = data.readAllBytes();
      Fault fault = faults.meet(Systems.MAIL, "/" + Systems.MAIL);
      if (fault.mode() == Fault.Mode.OFF) {
        throw new RejectException(LATER, "Switched off");
      }
      if (fault.mode() == Fault.Mode.LATE) {
        fault.pause();
      }
      try {
        store(
            new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(content)));
      } catch (MessagingException e) {
        throw new RejectException(554, "This is not a message");
      }
      return switch (fault.mode()) {
        case SLOW -> {
          fault.pause();
          yield null;
        }
        // Whoever sent it does not learn that it was stored.
        case DROP, GARBAGE -> throw new IOException("The connection is dropped on purpose");
        case NONE, OFF, LATE -> null;
      };
    }

    @Override
    public void done() {
      // Stored as it came.
    }

    private void store(MimeMessage message) throws MessagingException, IOException {
      String id =
          message.getMessageID() == null ? UUID.randomUUID().toString() : message.getMessageID();
      for (String recipient : recipients) {
        mailbox.store(
            new Mailbox.Letter(
                Mailbox.EMAIL,
                id,
                recipient,
                sender,
                message.getSubject(),
                text(message),
                message.getHeader(CASE_HEADER, null)));
      }
    }

    /** The plain text, or what stands for it. */
    private String text(Part part) throws MessagingException, IOException {
      if (part.getContent() instanceof Multipart parts) {
        String other = "";
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart one = parts.getBodyPart(i);
          String text = text(one);
          if (one.isMimeType("text/plain") || one.isMimeType("multipart/*")) {
            return text;
          }
          other = other.isEmpty() ? text : other;
        }
        return other;
      }
      return part.getContent() instanceof String text ? text : "(" + part.getContentType() + ")";
    }
  }
}
