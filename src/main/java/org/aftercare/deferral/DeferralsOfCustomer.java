package org.aftercare.deferral;

import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deferrals are kept without the customer; another person's may name them as the one whose invoice
 * it is.
 */
@Component
class DeferralsOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  DeferralsOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int erase(Erasure erasure) {
    return replace("payment_deferral", "customer_id", erasure)
        + replace("payment_deferral", "invoice_customer", erasure)
        + replace("deferral_claim", "customer_id", erasure);
  }

  private int replace(String table, String column, Erasure erasure) {
    return jdbc.sql("update %1$s set %2$s = :standIn where %2$s = :id".formatted(table, column))
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .update();
  }
}
