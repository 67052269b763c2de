package org.aftercare.activation;

import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders of services are kept without the customer. */
@Component
class OrdersOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  OrdersOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return replace("plan_order", "customer_id", erasure)
        + replace("plan_order_open", "customer_id", erasure);
  }

  private int replace(String table, String column, Erasure erasure) {
    return jdbc.sql("update %1$s set %2$s = :standIn where %2$s = :id".formatted(table, column))
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .update();
  }
}
