package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Every e-mail, text message and webhook that was sent, however often it came: one entry per
 * channel, id and recipient.
 */
class Mailbox {

  static final String EMAIL = "email";
  static final String SMS = "sms";
  static final String WEBHOOK = "webhook";

  private static final Pattern CASE_NUMBER = Pattern.compile("\\b[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}\\b");

  private final JdbcClient jdbc;
  private final Clock clock;

  Mailbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A message to one recipient.
   *
   * @param messageId the Message-ID of an e-mail, the idempotency key of the others
   * @param sender {@code null} if the channel has none
   * @param subject {@code null} if the channel has none
   * @param caseNumber {@code null}: looked for in subject and text
   */
  record Letter(
      String channel,
      String messageId,
      String recipient,
      String sender,
      String subject,
      String text,
      String caseNumber) {

    Letter {
      if (caseNumber == null) {
        Matcher found = CASE_NUMBER.matcher(subject + "\n" + text);
        caseNumber = found.find() ? found.group() : null;
      }
    }
  }

  /**
   * @param copies how often it came
   */
  record Entry(
      String channel,
      String messageId,
      String recipient,
      String sender,
      String subject,
      String text,
      String caseNumber,
      Instant receivedAt,
      int copies) {}

  RouterFunction<ServerResponse> routes() {
    return route().GET("/messages", this::list).build();
  }

  /** Stores a message, or counts it if it is there. */
  void store(Letter letter) {
    if (!counted(letter)) {
      try {
        jdbc.sql(
                """
                insert into message (channel, message_key, recipient, sender, subject, content,
                  case_number, received_at, copies)
                values (?, ?, ?, ?, ?, ?, ?, ?, 1)""")
            .params(
                letter.channel(),
                letter.messageId(),
                letter.recipient(),
                letter.sender(),
                letter.subject(),
                letter.text(),
                letter.caseNumber(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .update();
      } catch (DuplicateKeyException e) {
        // The same message came twice at once, and the other one was first.
        counted(letter);
      }
    }
  }

  /** The newest first; an empty filter matches everything. */
  List<Entry> entries(String channel, String recipient, String caseNumber, int limit) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder where = new StringBuilder();
    filter("channel", channel, where, parameters);
    filter("recipient", recipient, where, parameters);
    filter("case_number", caseNumber, where, parameters);
    parameters.add(limit);
    return jdbc.sql(
            """
            select channel, message_key, recipient, sender, subject, content, case_number,
              received_at, copies
            from message where 1 = 1%s order by sequence_number desc limit ?"""
                .formatted(where))
        .params(parameters)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("channel"),
                    row.getString("message_key"),
                    row.getString("recipient"),
                    row.getString("sender"),
                    row.getString("subject"),
                    row.getString("content"),
                    row.getString("case_number"),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    row.getInt("copies")))
        .list();
  }

  private ServerResponse list(ServerRequest request) {
    return ServerResponse.ok()
        .body(
            entries(
                request.param("channel").orElse(""),
                request.param("recipient").orElse(""),
                request.param("caseNumber").orElse(""),
                Integer.MAX_VALUE));
  }

  private boolean counted(Letter letter) {
    return jdbc.sql(
                """
                update message set copies = copies + 1
                where channel = ? and message_key = ? and recipient = ?""")
            .params(letter.channel(), letter.messageId(), letter.recipient())
            .update()
        > 0;
  }

  private static void filter(
      String column, String wanted, StringBuilder where, List<Object> parameters) {
    if (!wanted.isBlank()) {
      where.append(" and ").append(column).append(" = ?");
      parameters.add(wanted.strip());
    }
  }
}
