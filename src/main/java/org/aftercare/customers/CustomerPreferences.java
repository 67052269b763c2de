package org.aftercare.customers;

import java.time.ZoneId;

/** How each customer wants to be told. */
public interface CustomerPreferences {

  /** The customer's wishes, or {@link ContactPreferences#UNSAID}. */
  ContactPreferences of(String customerId);

  /** Replaces the customer's wishes. */
  void change(String customerId, ContactPreferences preferences);

  /** The clock on the wall of a customer in that country (ISO 3166 alpha-2). */
  ZoneId zoneOf(String country);
}
