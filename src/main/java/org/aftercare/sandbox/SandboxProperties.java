package org.aftercare.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the sandbox is set up.
 *
 * @param address where it listens; everybody there may use it, so only this machine by default
 * @param token the bearer token that every system asks for
 * @param now the instant at which the sandbox's clock starts on a new database, or {@code null} for
 *     the system's
 * @param bulkOrders cheap orders to make beside the ordinary ones, for load
 * @param bookingHorizon how far ahead a technician can be booked
 */
@ConfigurationProperties("aftercare.sandbox")
record SandboxProperties(
    String address,
    int port,
    int smtpPort,
    String database,
    String token,
    ZoneId zone,
    Instant now,
    int bulkOrders,
    Duration bookingHorizon,
    Product product,
    Callbacks callbacks,
    Autopilot autopilot) {

  /** Where the product is, and who the sandbox is there when it moves the clock. */
  record Product(String url, String username, String password) {}

  /** Waits between attempts to deliver a callback; they double from the first to the longest. */
  record Callbacks(Duration firstDelay, Duration longestDelay) {}

  /**
   * @param delay how long a shipment stays in each state, by the sandbox's clock
   */
  record Autopilot(boolean enabled, Duration delay) {}
}
