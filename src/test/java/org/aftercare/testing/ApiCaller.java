package org.aftercare.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.aftercare.api.IdempotentCommands;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** Somebody who calls the API: one of the demo staff, a customer with a token, or nobody known. */
public final class ApiCaller {

  /** Of all demo people. */
  private static final String PASSWORD = "Kylskap-2026";

  private final TestRestTemplate http;
  private final Consumer<HttpHeaders> who;

  private ApiCaller(TestRestTemplate http, Consumer<HttpHeaders> who) {
    this.http = http;
    this.who = who;
  }

  /** One of the staff. */
  public static ApiCaller staff(TestRestTemplate http, String user) {
    return new ApiCaller(http, headers -> headers.setBasicAuth(user, PASSWORD));
  }

  /** A customer, with a token of their own. */
  public static ApiCaller customer(TestRestTemplate http, String customerId) {
    String token =
        http.postForObject("/api/demo/tokens", Map.of("customerId", customerId), JsonNode.class)
            .get("token")
            .asText();
    return new ApiCaller(http, headers -> headers.setBearerAuth(token));
  }

  /** Somebody who does not say who they are. */
  public static ApiCaller nobody(TestRestTemplate http) {
    return new ApiCaller(http, headers -> {});
  }

  /** A key that no other command has. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  public ResponseEntity<JsonNode> get(String path) {
    return send(HttpMethod.GET, path, null, null);
  }

  /** A command that nobody has given before. */
  public ResponseEntity<JsonNode> post(String path, String body) {
    return post(path, newKey(), body);
  }

  /** A command under that key; without one if it is null. */
  public ResponseEntity<JsonNode> post(String path, String key, String body) {
    return send(HttpMethod.POST, path, key, body);
  }

  /** Any request; key and body may be null. */
  public ResponseEntity<JsonNode> send(HttpMethod method, String path, String key, String body) {
    RequestEntity.BodyBuilder request =
        RequestEntity.method(method, URI.create(http.getRootUri() + path))
            .contentType(MediaType.APPLICATION_JSON)
            .headers(who);
    if (key != null) {
      request.header(IdempotentCommands.HEADER, key);
    }
    return http.exchange(request.body(body == null ? "" : body), JsonNode.class);
  }

  /** The fields that a problem names. */
  public static List<String> fields(ResponseEntity<JsonNode> problem) {
    return StreamSupport.stream(problem.getBody().path("errors").spliterator(), false)
        .map(error -> error.path("field").asText())
        .toList();
  }
}
