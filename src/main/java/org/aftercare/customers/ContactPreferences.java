package org.aftercare.customers;

import java.time.LocalTime;
import java.util.Objects;

/**
 * How a customer wants to be told.
 *
 * @param channel by what
 * @param quietFrom when the quiet hours begin, by the customer's own clock; {@code null} without
 *     any
 * @param quietUntil when they end; before {@code quietFrom} if they last over midnight. Given
 *     exactly when {@code quietFrom} is
 */
public record ContactPreferences(Channel channel, LocalTime quietFrom, LocalTime quietUntil) {

  /** By what a customer is told. There is no digest: a customer's messages are about one matter. */
  public enum Channel {
    EMAIL,
    SMS
  }

  /** What holds for a customer who has not said anything: e-mail, and nothing rings at night. */
  public static final ContactPreferences UNSAID =
      new ContactPreferences(Channel.EMAIL, LocalTime.of(21, 0), LocalTime.of(8, 0));

  public ContactPreferences {
    Objects.requireNonNull(channel, "channel");
    if ((quietFrom == null) != (quietUntil == null)) {
      throw new IllegalArgumentException("Quiet hours need both a beginning and an end");
    }
    if (quietFrom != null && quietFrom.equals(quietUntil)) {
      throw new IllegalArgumentException("Quiet hours cannot last all day");
    }
  }
}
