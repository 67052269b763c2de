package org.aftercare.customers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The person themselves: name, addresses and wishes. */
@Component
class StoredPerson implements PersonalData {

  private final JdbcClient jdbc;

  StoredPerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return delete("customer_preference", erasure) + delete("customer", erasure);
  }

  private int delete(String table, Erasure erasure) {
    return jdbc.sql("delete from " + table + " where customer_id = :id")
        .param("id", erasure.customerId())
        .update();
  }
}
