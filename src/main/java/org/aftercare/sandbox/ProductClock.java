package org.aftercare.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the product's clock through its endpoint, and keeps the sandbox's at the same time. */
class ProductClock {

  private static final Logger log = LoggerFactory.getLogger(ProductClock.class);
  private static final String PATH = "/api/demo/clock";
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  private final ProductAddress product;
  private final String authorization;
  private final SandboxClock clock;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIME_LIMIT)
          .build();

  ProductClock(
      ProductAddress product,
      SandboxProperties.Product credentials,
      SandboxClock clock,
      ObjectMapper json) {
    this.product = product;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (credentials.username() + ":" + credentials.password())
                        .getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
    this.json = json;
  }

  /**
   * Moves both clocks.
   *
   * @throws ProblemException 503 if the product does not; then the sandbox's stays, too
   */
  void forward(Duration duration) {
    try {
      adopt(
          send(
              request("/forward")
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          json.writeValueAsString(Map.of("duration", duration.toString()))))
                  .build()));
    } catch (IOException e) {
      throw ProblemException.unavailable(
          "The product at " + product.url() + " did not move its clock: " + e.getMessage());
    }
  }

  /** Takes the product's time over; without an answer everything stays as it is. */
  void follow() {
    try {
      adopt(send(request("").GET().build()));
    } catch (IOException e) {
      log.debug("The product did not tell its time: {}", e.toString());
    }
  }

  private void adopt(JsonNode answer) throws IOException {
    try {
      clock.moveTo(Instant.parse(answer.path("now").asText()));
    } catch (DateTimeParseException e) {
      throw new IOException("its answer holds no time");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(product.url() + PATH + path))
        .timeout(TIME_LIMIT)
        .header("Authorization", authorization);
  }

  private JsonNode send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new IOException("it answered " + response.statusCode());
      }
      return json.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
