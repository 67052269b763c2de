package org.aftercare.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The sandbox's time: the system's, moved by an offset that survives a restart. */
class SandboxClock extends Clock {

  private static final String SETTING = "clock-offset";

  private final Clock system;
  private final ZoneId zone;
  private final Settings settings;
  private volatile Duration offset;

  SandboxClock(Clock system, ZoneId zone, Settings settings, Instant start) {
    this.system = system;
    this.zone = zone;
    this.settings = settings;
    this.offset =
        settings
            .find(SETTING)
            .map(Duration::parse)
            .orElseGet(
                () -> start == null ? Duration.ZERO : Duration.between(system.instant(), start));
    settings.store(SETTING, offset.toString());
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return Clock.offset(system.withZone(other), offset);
  }

  LocalDate today() {
    return LocalDate.now(this);
  }

  synchronized void moveTo(Instant now) {
    offset = Duration.between(system.instant(), now);
    settings.store(SETTING, offset.toString());
  }
}
