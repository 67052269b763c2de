package org.aftercare.registration;

import org.aftercare.customers.CustomerColumn;
import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registrations are kept without the customer: the guarantee goes with the item. */
@Component
class RegistrationsOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  RegistrationsOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return new CustomerColumn(jdbc, "product_registration", "customer_id").replace(erasure);
  }
}
