package org.aftercare.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partners without trouble, while it is switched on: carriers collect and deliver after a while,
 * parts arrive on their day, visits end in a repair. All by the sandbox's clock.
 */
class Autopilot implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Autopilot.class);
  private static final String SETTING = "autopilot";
  private static final long LOOK_MILLIS = 1_000;

  private final PartnerObjects objects;
  private final PartnerEvents events;
  private final Settings settings;
  private final SandboxClock clock;
  private final Duration delay;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("sandbox-autopilot"));
  private volatile boolean on;

  Autopilot(
      PartnerObjects objects,
      PartnerEvents events,
      Settings settings,
      SandboxClock clock,
      SandboxProperties.Autopilot properties) {
    this.objects = objects;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
    this.delay = properties.delay();
    this.on = settings.find(SETTING).map(Boolean::parseBoolean).orElse(properties.enabled());
    executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  boolean isOn() {
    return on;
  }

  void turn(boolean wanted) {
    on = wanted;
    settings.store(SETTING, String.valueOf(wanted));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Customers hand a return in under its label; everything else is fetched or sent. */
  private static String next(PartnerObjects.Shipment shipment) {
    if (!shipment.status().equals("BOOKED")) {
      return "shipment.delivered";
    }
    return shipment.direction().equals("RETURN") ? "return.accepted" : "shipment.picked_up";
  }

  private void look() {
    if (!on) {
      return;
    }
    try {
      Instant now = clock.instant();
      LocalDate today = clock.today();
      objects.shipments("", true).stream()
          .filter(shipment -> !shipment.changedAt().plus(delay).isAfter(now))
          .forEach(
              shipment -> events.happen(PartnerEvent.of(next(shipment), shipment.shipmentId())));
      objects.reservations("", true).stream()
          .filter(part -> !part.expectedOn().isAfter(today))
          .forEach(part -> events.happen(PartnerEvent.of("part.arrived", part.reservationId())));
      objects.appointments("", true).stream()
          .filter(visit -> !visit.endsAt().isAfter(now))
          .forEach(visit -> events.happen(PartnerEvent.visit(visit.appointmentId(), "REPAIRED")));
    } catch (RuntimeException e) {
      log.warn("The autopilot stumbled: {}", e.toString());
    }
  }
}
