package org.aftercare.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers callbacks, signed as the Standard Webhooks specification says, again and again until the
 * product takes them. An answer that says the message itself is wrong ends it.
 */
class CallbackCourier implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CallbackCourier.class);
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Set<Integer> HOPELESS = Set.of(400, 410, 413, 415, 422);

  private final Callbacks callbacks;
  private final ProductAddress product;
  private final ProductClock productClock;
  private final Map<String, WebhookSignature> signatures;
  private final SandboxClock clock;
  private final Clock realTime;
  private final SandboxProperties.Callbacks waits;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIME_LIMIT)
          .build();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("sandbox-callbacks"));

  CallbackCourier(
      Callbacks callbacks,
      ProductAddress product,
      ProductClock productClock,
      Map<String, WebhookSignature> signatures,
      SandboxClock clock,
      Clock realTime,
      SandboxProperties.Callbacks waits) {
    this.callbacks = callbacks;
    this.product = product;
    this.productClock = productClock;
    this.signatures = signatures;
    this.clock = clock;
    this.realTime = realTime;
    this.waits = waits;
    executor.scheduleWithFixedDelay(
        this::deliverAll, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void deliverAll() {
    try {
      callbacks.due().forEach(this::deliver);
    } catch (RuntimeException e) {
      log.warn("Callbacks could not be delivered: {}", e.toString());
    }
  }

  private void deliver(Callbacks.Entry entry) {
    try {
      int status = post(entry);
      if (status / 100 == 2) {
        callbacks.taken(entry, String.valueOf(status));
      } else if (HOPELESS.contains(status)) {
        callbacks.givenUp(entry, String.valueOf(status));
        log.warn("The product refuses callback {}: {}", entry.callbackId(), status);
      } else {
        if (status == 401) {
          // Signed by a clock that the product's has left behind, perhaps.
          productClock.follow();
        }
        callbacks.failed(entry, String.valueOf(status), realTime.instant().plus(wait(entry)));
      }
    } catch (IOException e) {
      callbacks.failed(entry, e.getClass().getSimpleName(), realTime.instant().plus(wait(entry)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int post(Callbacks.Entry entry) throws IOException, InterruptedException {
    long timestamp = clock.instant().getEpochSecond();
    byte[] body = entry.content().getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(product.url() + "/api/callbacks/" + entry.system()))
            .timeout(TIME_LIMIT)
            .header("Content-Type", "application/json")
            .header("webhook-id", entry.callbackId())
            .header("webhook-timestamp", String.valueOf(timestamp))
            .header(
                "webhook-signature",
                signatures.get(entry.system()).sign(entry.callbackId(), timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private Duration wait(Callbacks.Entry entry) {
    Duration doubled = waits.firstDelay().multipliedBy(1L << Math.min(entry.attempts(), 10));
    return doubled.compareTo(waits.longestDelay()) > 0 ? waits.longestDelay() : doubled;
  }
}
