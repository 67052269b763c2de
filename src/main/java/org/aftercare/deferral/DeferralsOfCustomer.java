package org.aftercare.deferral;

import org.aftercare.customers.CustomerColumn;
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
    return new CustomerColumn(jdbc, "payment_deferral", "invoice_customer").replace(erasure)
        + new CustomerColumn(jdbc, "payment_deferral", "customer_id").replace(erasure)
        + new CustomerColumn(jdbc, "deferral_claim", "customer_id").replace(erasure)
        + ofOthersRequests(erasure);
  }

  /** Of the customer's own cases only those that were looked at, as everywhere. */
  private int ofOthersRequests(Erasure erasure) {
    return jdbc.sql(
            """
            update payment_deferral set invoice_customer = :standIn
            where invoice_customer = :id and customer_id <> :id""")
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .update();
  }
}
