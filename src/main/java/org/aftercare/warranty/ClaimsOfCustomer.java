package org.aftercare.warranty;

import org.aftercare.customers.CustomerColumn;
import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims are kept without the customer. */
@Component
class ClaimsOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  ClaimsOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return new CustomerColumn(jdbc, "warranty_claim", "customer_id").replace(erasure);
  }
}
