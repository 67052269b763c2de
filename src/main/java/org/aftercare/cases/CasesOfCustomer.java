package org.aftercare.cases;

import java.util.List;
import java.util.Set;
import org.aftercare.customers.CustomerColumn;
import org.aftercare.customers.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said and shown about a customer's cases goes; when and how they went stays. */
@Component
class CasesOfCustomer implements PersonalData {

  private final JdbcClient jdbc;

  CasesOfCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> caseNumbers(String customerId) {
    return jdbc.sql("select case_number from service_case where customer_id = :id")
        .param("id", customerId)
        .query(String.class)
        .set();
  }

  @Override
  public List<Obstacle> obstacles(String customerId, Set<String> caseNumbers) {
    return jdbc
        .sql(
            """
            select case_number from service_case
            where customer_id = :id and closed_at is null order by case_number""")
        .param("id", customerId)
        .query(String.class)
        .list()
        .stream()
        .map(
            open ->
                new Obstacle(
                    "CASE_OPEN",
                    "Case " + open + " is open.",
                    "Let it come to its end, or take it back for the customer."))
        .toList();
  }

  @Override
  public int erase(Erasure erasure) {
    ofCases("delete from case_note where case_number in (:cases)", erasure);
    ofCases(
        """
        delete from case_photo_piece where photo_id in (
          select photo_id from case_photo where case_number in (:cases))""",
        erasure);
    ofCases("delete from case_photo where case_number in (:cases)", erasure);
    return new CustomerColumn(jdbc, "service_case", "customer_id").replace(erasure);
  }

  private void ofCases(String sql, Erasure erasure) {
    if (!erasure.caseNumbers().isEmpty()) {
      jdbc.sql(sql).param("cases", erasure.caseNumbers()).update();
    }
  }
}
