package org.aftercare.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A running sandbox and a plain HTTP client that talks to it as the product would. */
class SandboxClient implements AutoCloseable {

  static final String TOKEN = "a-token-for-tests";
  static final String SHIPPING_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String START = "2026-11-23T08:00:00Z";

  static final Map<String, Object> UPPSALA =
      Map.of("street", "Björkgatan 14", "postalCode", "752 28", "city", "Uppsala", "country", "SE");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SandboxServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SandboxClient(SandboxServer server) {
    this.server = server;
  }

  static Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("aftercare.sandbox.port", 0);
    properties.put("aftercare.sandbox.smtp-port", 0);
    properties.put(
        "aftercare.sandbox.database",
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    properties.put("aftercare.sandbox.token", TOKEN);
    properties.put("aftercare.sandbox.now", START);
    properties.put("aftercare.sandbox.callbacks.first-delay", "50ms");
    properties.put("aftercare.sandbox.callbacks.longest-delay", "200ms");
    properties.put("aftercare.callbacks.shipping.secret", SHIPPING_SECRET);
    return properties;
  }

  SandboxServer server() {
    return server;
  }

  Reply get(String path) {
    return send(request(path).GET().build());
  }

  Reply post(String path, String key, Object body) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(write(body)))
            .build());
  }

  Reply post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(write(body)))
            .build());
  }

  void heal() {
    send(request("/faults").DELETE().build());
  }

  /** Books a transport, so that a carrier has something to scan. */
  String ship(String caseNumber) {
    return post(
            "/shipping/shipments",
            "ship-" + caseNumber,
            Map.of(
                "caseNumber", caseNumber,
                "direction", "PICK_UP",
                "content", "ITEM",
                "recipientName", "Astrid Lindqvist",
                "phone", "+46701740605",
                "address", UPPSALA))
        .json()
        .get("shipmentId")
        .asText();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + TOKEN);
  }

  Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new ConnectionLost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static String write(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  record Reply(int status, String contentType, String text) {

    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException("No JSON: " + text, e);
      }
    }
  }

  static class ConnectionLost extends RuntimeException {
    ConnectionLost(IOException cause) {
      super(cause);
    }
  }
}
