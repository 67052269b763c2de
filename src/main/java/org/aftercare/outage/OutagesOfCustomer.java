package org.aftercare.outage;

import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An outage keeps how many it struck, not whom. */
@Component
class OutagesOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  OutagesOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return jdbc.sql("update outage_customer set customer_id = :standIn where customer_id = :id")
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .update();
  }
}
