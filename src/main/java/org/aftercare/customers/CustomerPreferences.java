package org.aftercare.customers;

import java.time.Instant;
import java.time.ZoneId;

/** How each customer wants to be told. */
public interface CustomerPreferences {

  /** The customer's wishes, or {@link ContactPreferences#UNSAID}. */
  ContactPreferences of(String customerId);

  /** Replaces the customer's wishes. */
  void change(String customerId, ContactPreferences preferences);

  /**
   * When a message to the customer that does not need an answer at once may go out.
   *
   * @param notBefore when it would go out otherwise
   * @return {@code notBefore}, or the end of the quiet hours that it falls into
   */
  Instant notWithinQuietHours(String customerId, Instant notBefore);

  /** The clock on the wall of a customer whom nothing is known of but the country. */
  ZoneId zoneOf(String country);
}
