package org.aftercare.customers;

import java.time.ZoneId;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** How each customer wants to be told. */
@DataSource(
    name = "How customers want to be told",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.WITH_THE_CASE)
public interface CustomerPreferences {

  /** The customer's wishes, or {@link ContactPreferences#UNSAID}. */
  ContactPreferences of(String customerId);

  /** Replaces the customer's wishes. */
  void change(String customerId, ContactPreferences preferences);

  /** The clock on the wall of a customer in that country (ISO 3166 alpha-2). */
  ZoneId zoneOf(String country);
}
