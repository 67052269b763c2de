package org.aftercare.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What operations watches: messages given up, and how late the relay is. */
@Component
class DeliveryMeters implements MeterBinder {

  private final NotificationStore store;
  private final Clock clock;

  DeliveryMeters(NotificationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("aftercare.notifications.failed", store, NotificationStore::countUndelivered)
        .description("Messages that were given up and wait for operations")
        .register(registry);
    Gauge.builder("aftercare.notifications.lag", this, DeliveryMeters::secondsLate)
        .description("How long the message that is due longest has been due")
        .baseUnit("seconds")
        .register(registry);
  }

  private double secondsLate() {
    return store
        .dueSince(clock.instant())
        .map(due -> Duration.between(due, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
