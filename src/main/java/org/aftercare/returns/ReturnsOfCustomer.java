package org.aftercare.returns;

import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Returns are kept without the customer. */
@Component
class ReturnsOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  ReturnsOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return jdbc.sql("update product_return set customer_id = :standIn where customer_id = :id")
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .update();
  }
}
