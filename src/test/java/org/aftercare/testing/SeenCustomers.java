package org.aftercare.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers whom we have seen before, so that it matters little that the register is away. */
public final class SeenCustomers {

  private SeenCustomers() {}

  /** A customer in Sweden. */
  public static void add(JdbcClient jdbc, String customerId) {
    jdbc.sql(
            """
            insert into customer (
              customer_id, name, language, country, street, postal_code, city, address_country,
              register_name, register_language, register_street, register_postal_code,
              register_city, register_country, registered_at)
            values (
              ?, 'N', 'sv', 'SE', 'S', '1', 'C', 'SE', 'N', 'sv', 'S', '1', 'C', 'SE',
              current_timestamp)
            """)
        .param(customerId)
        .update();
  }
}
