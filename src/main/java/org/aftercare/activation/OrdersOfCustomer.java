package org.aftercare.activation;

import org.aftercare.customers.CustomerColumn;
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
    return new CustomerColumn(jdbc, "plan_order", "customer_id").replace(erasure)
        + new CustomerColumn(jdbc, "plan_order_open", "customer_id").replace(erasure);
  }
}
