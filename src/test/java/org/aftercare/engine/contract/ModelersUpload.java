package org.aftercare.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Camunda Modeler 5 sends when its deploy button is pressed: fields for the deployment's name,
 * its source and the filter of duplicates, then the diagram and each attached file as a part that
 * is named as the file is, without its folder.
 */
final class ModelersUpload {

  private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  /**
   * @param name as people type it into Modeler's dialog; it offers the file's name
   */
  ModelersUpload(String name) {
    fields.put("deployment-name", name);
    fields.put("deployment-source", "Camunda Modeler");
    fields.put("enable-duplicate-filtering", "true");
  }

  ModelersUpload field(String name, String value) {
    fields.put(name, value);
    return this;
  }

  ModelersUpload file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** The answer of a server on this machine to an administrator. */
  HttpResponse<String> send(int port) throws IOException, InterruptedException {
    return exchange(
        request(port, "/engine-rest/deployment/create")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(body())));
  }

  /** What the same administrator reads there. */
  static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return exchange(request(port, path));
  }

  private static HttpRequest.Builder request(int port, String path) {
    String login =
        Base64.getEncoder().encodeToString("admin:Kylskap-2026".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Basic " + login)
        .header("Accept", "application/json");
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> part(body, "name=\"%s\"".formatted(name), "", value));
    files.forEach(
        (name, text) ->
            part(
                body,
                "name=\"%s\"; filename=\"%s\"".formatted(name, name),
                "Content-Type: %s\r\n"
                    .formatted(name.endsWith(".bpmn") ? "text/xml" : "application/octet-stream"),
                text));
    return body.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  private static void part(StringBuilder body, String name, String type, String content) {
    body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ").append(name);
    body.append("\r\n").append(type).append("\r\n").append(content).append("\r\n");
  }
}
