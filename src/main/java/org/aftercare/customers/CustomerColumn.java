package org.aftercare.customers;

import org.aftercare.customers.PersonalData.Erasure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column that names a customer, in a table with one row or more for each case.
 *
 * @param table has a column {@code case_number}
 */
public record CustomerColumn(JdbcClient jdbc, String table, String column) {

  /**
   * Puts the stand-in into the rows of the cases that were looked at. A case that has come in since
   * keeps its customer, so that the erasure finds it and is given up.
   *
   * @return how many rows named the customer
   */
  public int replace(Erasure erasure) {
    if (erasure.caseNumbers().isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            "update %1$s set %2$s = :standIn where %2$s = :id and case_number in (:cases)"
                .formatted(table, column))
        .param("standIn", erasure.standIn())
        .param("id", erasure.customerId())
        .param("cases", erasure.caseNumbers())
        .update();
  }
}
