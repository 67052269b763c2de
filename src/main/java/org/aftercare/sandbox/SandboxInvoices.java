package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invoices of the data file: each shows one branch or one limit of a deferral. */
class SandboxInvoices {

  private final JdbcClient jdbc;

  SandboxInvoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Does nothing if they are there. */
  void fill(LocalDate today) {
    if (jdbc.sql("select count(*) from receivable").query(Integer.class).single() == 0) {
      new DataFile("invoices.csv").rows().forEach(row -> add(row, today));
    }
  }

  private void add(String[] row, LocalDate today) {
    String country =
        jdbc.sql("select country from customer where customer_id = ?")
            .param(row[1])
            .query(String.class)
            .single();
    BigDecimal total = new BigDecimal(row[3]);
    LocalDate dueOn = today.plus(Period.parse(row[5]));
    OffsetDateTime now = today.atStartOfDay().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into receivable (invoice_number, customer_id, business, total, balance, currency,
              due_on, first_due_on, status, disputed, direct_debit, collection_stopped,
              collection_sent, dunning_level, reminder_printed, in_collection, deferred,
              overdue_invoices, late_of_last_two, clean_months, deferrals, shows, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            row[0],
            row[1],
            Boolean.valueOf(row[2]),
            total,
            total.subtract(new BigDecimal(row[4])),
            Market.valueOf(country).currency(),
            dueOn,
            dueOn,
            row[6],
            Boolean.valueOf(row[7]),
            Boolean.valueOf(row[8]),
            Boolean.valueOf(row[9]),
            Integer.valueOf(row[10]),
            Boolean.valueOf(row[11]),
            Boolean.valueOf(row[12]),
            Boolean.valueOf(row[13]),
            Integer.valueOf(row[14]),
            Integer.valueOf(row[15]),
            Integer.valueOf(row[16]),
            Integer.valueOf(row[17]),
            row[18],
            now)
        .update();
  }
}
