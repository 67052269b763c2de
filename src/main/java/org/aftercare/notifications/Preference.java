package org.aftercare.notifications;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/**
 * How somebody wants to be told.
 *
 * @param channels the channels to use
 * @param frequency at once, or e-mail gathered in one message a day; in-app is always at once
 * @param digestAt local time of the daily digest
 * @param quietHours when not to be disturbed, or {@code null}
 * @param quietChannels the channels that keep quiet hours
 */
public record Preference(
    Set<Channel> channels,
    Frequency frequency,
    LocalTime digestAt,
    QuietHours quietHours,
    Set<Channel> quietChannels) {

  public Preference {
    channels = Set.copyOf(channels);
    Objects.requireNonNull(frequency, "frequency");
    Objects.requireNonNull(digestAt, "digestAt");
    quietChannels = Set.copyOf(quietChannels);
  }

  /** How often e-mail comes. */
  public enum Frequency {
    AT_ONCE,
    DAILY_DIGEST
  }

  /** When a message on this channel may go out, not before {@code now}. */
  Instant earliest(Channel channel, Instant now, ZoneId zone) {
    return quietHours == null || !quietChannels.contains(channel)
        ? now
        : quietHours.next(now, zone);
  }

  boolean gathers(Channel channel) {
    return channel == Channel.EMAIL && frequency == Frequency.DAILY_DIGEST;
  }

  /** The next time of the digest, after {@code now}. */
  Instant nextDigest(Instant now, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(digestAt).atZone(zone);
    return today.toInstant().isAfter(now)
        ? today.toInstant()
        : now.atZone(zone).toLocalDate().plusDays(1).atTime(digestAt).atZone(zone).toInstant();
  }
}
