package org.aftercare.notifications;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;

/**
 * A daily span of local time in which nobody is disturbed, over midnight if it ends before it
 * begins.
 *
 * @param from first quiet minute
 * @param until first minute that is not quiet any more; equal to {@code from} means never quiet
 */
public record QuietHours(LocalTime from, LocalTime until) {

  public QuietHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /**
   * The instant itself, or the end of the quiet hours that it falls into. Local time decides, so a
   * night is an hour shorter or longer when clocks change. An end that the change skips is the
   * change itself; one that comes twice is the second.
   */
  Instant next(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overMidnight = until.isBefore(from);
    boolean quiet =
        overMidnight
            ? !time.isBefore(from) || time.isBefore(until)
            : !time.isBefore(from) && time.isBefore(until);
    if (!quiet) {
      return instant;
    }
    boolean endsTomorrow = overMidnight && !time.isBefore(from);
    LocalDateTime end = local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(until);
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    return change != null && change.isGap()
        ? change.getInstant()
        : end.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
