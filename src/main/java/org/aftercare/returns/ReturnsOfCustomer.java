package org.aftercare.returns;

import org.aftercare.customers.CustomerColumn;
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
    return new CustomerColumn(jdbc, "product_return", "customer_id").replace(erasure);
  }
}
