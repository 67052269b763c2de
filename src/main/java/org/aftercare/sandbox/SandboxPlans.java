package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the plans that are sold, and who has one. Also a database from before there were any. */
class SandboxPlans {

  private static final int MONTHS_SINCE = 7;

  private final JdbcClient jdbc;

  SandboxPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Does nothing if the data is there. */
  void fill(LocalDate today) {
    if (jdbc.sql("select count(*) from plan").query(Integer.class).single() > 0) {
      return;
    }
    for (String[] row : new DataFile("plans.csv").rows()) {
      for (Market market : Market.values()) {
        jdbc.sql("insert into plan values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(
                row[0],
                market.name(),
                row[1],
                row[2],
                Integer.valueOf(row[3]),
                market.cost(new BigDecimal(row[4])),
                market.currency(),
                Boolean.valueOf(row[5]),
                Boolean.valueOf(row[6]))
            .update();
      }
    }
    for (String[] row : new DataFile("subscriptions.csv").rows()) {
      jdbc.sql(
              """
              insert into subscription
              select ?, 'NONE', c.customer_id, p.plan_code, p.amount, p.currency, ?, null, 'RUNNING'
              from customer c join plan p on p.country = c.country
              where c.customer_id = ? and p.plan_code = ?""")
          .params(row[0], today.minusMonths(MONTHS_SINCE), row[1], row[2])
          .update();
    }
    for (String[] row : new DataFile("blocked-customers.csv").rows()) {
      jdbc.sql("insert into blocked_customer values (?)").param(row[0]).update();
    }
  }
}
