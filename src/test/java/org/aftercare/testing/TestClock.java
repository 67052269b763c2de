package org.aftercare.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A running clock that a test moves, for the product and for the engine alike. Make it a
 * {@code @Primary} bean, and call {@link #reset()} after each test: the engine's clock belongs to
 * the whole JVM.
 */
public class TestClock extends Clock {

  private final Clock realTime = Clock.systemUTC();
  private volatile Duration ahead = Duration.ZERO;

  /** Moves both clocks by that much from where they stand. */
  public void forward(Duration step) {
    stand(ahead.plus(step));
  }

  /** Lets both clocks run on from that instant. */
  public void set(Instant now) {
    stand(Duration.between(realTime.instant(), now));
  }

  /** Back to real time. */
  public void reset() {
    ahead = Duration.ZERO;
    ClockUtil.reset();
  }

  private void stand(Duration newAhead) {
    ahead = newAhead;
    ClockUtil.offset(newAhead.toMillis());
  }

  @Override
  public Instant instant() {
    return realTime.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(realTime.withZone(zone), ahead);
  }
}
