package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database: the registers from files, the orders relative to the first day. */
class SandboxData {

  private static final List<MonthDay> DAYS_OFF =
      List.of(
          MonthDay.of(Month.DECEMBER, 24),
          MonthDay.of(Month.DECEMBER, 25),
          MonthDay.of(Month.DECEMBER, 26),
          MonthDay.of(Month.DECEMBER, 31),
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.MAY, 1));
  private static final int YEARS_OF_DAYS_OFF = 3;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SandboxOrders orders;

  SandboxData(JdbcClient jdbc, TransactionTemplate transaction, SandboxOrders orders) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.orders = orders;
  }

  /** Does nothing if the data is there. */
  void fill(LocalDate today) {
    if (jdbc.sql("select count(*) from customer").query(Integer.class).single() > 0) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          customers();
          connections();
          suppliers();
          models();
          soldOut();
          parts();
          repairs();
          technicians(today);
          orders.fill(today);
        });
  }

  private void customers() {
    for (String[] row : new DataFile("customers.csv").rows()) {
      jdbc.sql(
              """
              insert into customer (customer_id, name, email, phone, language, country, street,
                postal_code, city, has_account)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              row[0],
              row[1],
              row[2],
              row[3],
              row[4],
              row[5],
              row[6],
              row[7],
              row[8],
              Boolean.valueOf(row[9]))
          .update();
    }
  }

  private void connections() {
    for (String[] row : new DataFile("connections.csv").rows()) {
      jdbc.sql("insert into connection (service, customer_id) values (?, ?)")
          .params(row[0], row[1])
          .update();
    }
  }

  private void suppliers() {
    for (String[] row : new DataFile("suppliers.csv").rows()) {
      jdbc.sql("insert into supplier (supplier_id, name, agreement) values (?, ?, ?)")
          .params(row[0], row[1], Boolean.valueOf(row[2]))
          .update();
    }
  }

  private void models() {
    for (String[] row : new DataFile("models.csv").rows()) {
      for (Market market : Market.values()) {
        jdbc.sql(
                """
                insert into product (sku, name, product_group, supplier_id, country, amount,
                  currency, meant_to_last, stock)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(
                market.sku(row[0]),
                row[1],
                row[2],
                row[3],
                market.name(),
                market.price(new BigDecimal(row[4])),
                market.currency(),
                Boolean.valueOf(row[5]),
                Integer.valueOf(row[6]))
            .update();
      }
    }
  }

  private void soldOut() {
    for (String[] row : new DataFile("sold-out.csv").rows()) {
      jdbc.sql("update product set stock = 0 where sku = ?").param(row[0]).update();
    }
  }

  private void parts() {
    for (String[] row : new DataFile("parts.csv").rows()) {
      jdbc.sql(
              """
              insert into part (part_number, name, supplier_id, stock, lead_time_days, discontinued)
              values (?, ?, ?, ?, ?, ?)""")
          .params(
              row[0],
              row[1],
              row[2],
              Integer.valueOf(row[3]),
              Integer.valueOf(row[4]),
              Boolean.valueOf(row[5]))
          .update();
    }
  }

  private void repairs() {
    for (String[] row : new DataFile("repairs.csv").rows()) {
      for (Market market : Market.values()) {
        jdbc.sql(
                """
                insert into repair (sku, symptom, part_number, amount, currency, home)
                values (?, ?, ?, ?, ?, ?)""")
            .params(
                market.sku(row[0]),
                row[1],
                row[2],
                market.cost(new BigDecimal(row[3])),
                market.currency(),
                Boolean.valueOf(row[4]))
            .update();
      }
    }
  }

  private void technicians(LocalDate today) {
    for (String[] row : new DataFile("technicians.csv").rows()) {
      jdbc.sql("insert into technician (technician_id, name, country) values (?, ?, ?)")
          .params(row[0], row[1], row[2])
          .update();
      for (String group : row[3].split(" ")) {
        jdbc.sql("insert into technician_skill (technician_id, product_group) values (?, ?)")
            .params(row[0], group)
            .update();
      }
      for (String day : row[4].split(" ")) {
        jdbc.sql("insert into technician_day (technician_id, weekday) values (?, ?)")
            .params(row[0], Integer.valueOf(day))
            .update();
      }
      for (int year = 0; year < YEARS_OF_DAYS_OFF; year++) {
        for (MonthDay day : DAYS_OFF) {
          jdbc.sql("insert into technician_holiday (technician_id, off_on) values (?, ?)")
              .params(row[0], day.atYear(today.getYear() + year))
              .update();
        }
      }
    }
  }
}
