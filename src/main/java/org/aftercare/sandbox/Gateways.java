package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The text-message gateway, and the receiver of what partners are told by webhook. A partner's
 * address is {@code /webhook/} and its name.
 */
class Gateways {

  private static final String KEY = "Idempotency-Key";

  private final Operations operations;
  private final Mailbox mailbox;

  Gateways(Operations operations, Mailbox mailbox) {
    this.operations = operations;
    this.mailbox = mailbox;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/sms/messages", this::text)
        .GET("/sms/operations/{key}", r -> operations.answerOf("sms", r.pathVariable("key")))
        .POST("/webhook", this::webhook)
        .POST("/webhook/{*partner}", this::webhook)
        .GET(
            "/webhook/operations/{key}", r -> operations.answerOf("webhook", r.pathVariable("key")))
        .build();
  }

  private ServerResponse text(ServerRequest request) throws ServletException, IOException {
    TextMessage message = Requests.body(request, TextMessage.class);
    required("to", message.to());
    required("text", message.text());
    return accepted(
        request,
        new Mailbox.Letter(
            Mailbox.SMS, key(request), message.to(), null, null, message.text(), null));
  }

  private ServerResponse webhook(ServerRequest request) throws ServletException, IOException {
    JsonNode body = Requests.body(request, JsonNode.class);
    String partner = request.path().substring("/webhook".length());
    String caseNumber =
        body.path("caseNumber").asText(body.path("data").path("caseNumber").asText(null));
    return accepted(
        request,
        new Mailbox.Letter(
            Mailbox.WEBHOOK,
            key(request),
            partner.isBlank() || partner.equals("/") ? "partner" : partner.substring(1),
            null,
            body.path("type").asText(null),
            body.toPrettyString(),
            caseNumber));
  }

  /** The mailbox counts every copy; the answer stays the first one's. */
  private ServerResponse accepted(ServerRequest request, Mailbox.Letter letter) {
    AtomicBoolean first = new AtomicBoolean();
    ServerResponse response =
        operations.once(
            request,
            letter.channel(),
            "send-message",
            letter,
            () -> {
              first.set(true);
              mailbox.store(letter);
              String id = Requests.newId("MSG");
              return Answer.made(letter.caseNumber(), id, new Accepted(id));
            });
    if (!first.get()) {
      mailbox.store(letter);
    }
    return response;
  }

  private static String key(ServerRequest request) {
    return request.headers().firstHeader(KEY);
  }

  private record TextMessage(String to, String text) {}

  private record Accepted(String messageId) {}
}
