package org.aftercare.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody at the doors, with or without a login. Keeps cookies, as a browser does. */
final class Visitor {

  static final String DEMO_PASSWORD = "Kylskap-2026";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;
  private final Map<String, String> always = new LinkedHashMap<>();

  private Visitor(int port) {
    this.base = "http://localhost:" + port;
  }

  static Visitor anonymous(int port) {
    return new Visitor(port);
  }

  static Visitor staff(int port, String user) {
    return staff(port, user, DEMO_PASSWORD);
  }

  static Visitor staff(int port, String user, String password) {
    String login = user + ":" + password;
    return new Visitor(port)
        .with(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  /** With a token of the demo endpoint. */
  static Visitor customer(int port, String customerId) {
    Answer token =
        anonymous(port).post("/api/demo/tokens", "{\"customerId\":\"%s\"}".formatted(customerId));
    return bearer(port, token.json().get("token").asText());
  }

  static Visitor bearer(int port, String token) {
    return new Visitor(port).with("Authorization", "Bearer " + token);
  }

  /** Logs in to a web application, as its page does. */
  Visitor logIn(String app, String user) {
    get("/camunda/app/" + app + "/default/");
    Answer login =
        send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/" + app,
            "username=" + encoded(user) + "&password=" + encoded(DEMO_PASSWORD),
            Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-XSRF-TOKEN",
                forgeryToken()));
    if (login.status() != 200) {
      throw new AssertionError("Login of " + user + " to " + app + ": " + login);
    }
    // The login began a new session; its page brings the token of that.
    get("/camunda/app/" + app + "/default/");
    return this;
  }

  String forgeryToken() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no XSRF-TOKEN cookie."));
  }

  Visitor with(String header, String content) {
    always.put(header, content);
    return this;
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  Answer get(String path, Map<String, String> headers) {
    return send("GET", path, null, headers);
  }

  Answer post(String path, String json) {
    return post(path, json, Map.of());
  }

  Answer post(String path, String json, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    return send("POST", path, json, all);
  }

  Answer send(String method, String path, String body, Map<String, String> headers) {
    return stream(
        method,
        path,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body),
        headers);
  }

  Answer stream(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    always.forEach(request::setHeader);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    String headers(String name) {
      return String.join(" | ", response.headers().allValues(name));
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new AssertionError("Not JSON: " + body(), e);
      }
    }

    /** The problem's short name. */
    String problem() {
      if (!"application/problem+json"
          .equals(String.valueOf(header("Content-Type")).split(";")[0])) {
        throw new AssertionError("No problem detail: " + this);
      }
      return json().get("type").asText().replace("urn:aftercare:problem:", "");
    }

    @Override
    public String toString() {
      return status() + " " + body();
    }
  }
}
