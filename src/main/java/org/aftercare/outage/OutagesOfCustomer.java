package org.aftercare.outage;

import java.util.List;
import java.util.Set;
import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An outage keeps how many it struck, not whom. While it lasts it goes by those whom it struck, to
 * tell them how it goes on.
 */
@Component
class OutagesOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  OutagesOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Obstacle> obstacles(String customerId, Set<String> caseNumbers) {
    return jdbc
        .sql(
            """
            select c.outage_number from outage_customer c
            join outage o on o.outage_number = c.outage_number
            where c.customer_id = :id and o.closed_at is null order by c.outage_number""")
        .param("id", customerId)
        .query(String.class)
        .list()
        .stream()
        .map(
            open ->
                new Obstacle(
                    "OUTAGE_OPEN",
                    "Outage " + open + ", which strikes the customer, is not closed.",
                    "Wait until it is; if it is over already, report its end."))
        .toList();
  }

  @Override
  public int erase(Erasure erasure) {
    return jdbc.sql(
            """
            update outage_customer set customer_id = :standIn
            where customer_id = :id and outage_number in (
              select outage_number from outage where closed_at is not null)""")
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .update();
  }
}
