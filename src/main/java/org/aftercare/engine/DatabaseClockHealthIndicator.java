package org.aftercare.engine;

import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Takes a node out of service whose clock differs from the database's: locks of jobs and deadlines
 * are compared across nodes, and a wrong clock runs steps early or twice.
 */
@Component("databaseClock")
class DatabaseClockHealthIndicator implements HealthIndicator {

  private static final Duration MOST = Duration.ofSeconds(2);

  private final EngineFigures figures;

  DatabaseClockHealthIndicator(EngineFigures figures) {
    this.figures = figures;
  }

  @Override
  public Health health() {
    Duration ahead = figures.databaseClockAhead();
    Health.Builder health = ahead.abs().compareTo(MOST) > 0 ? Health.outOfService() : Health.up();
    return health.withDetail("databaseAheadMillis", ahead.toMillis()).build();
  }
}
