package org.aftercare.returns;

import java.time.LocalDate;
import java.util.List;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts the units that came back, by product and day. */
@Repository
@DataSource(
    name = "Units that came back",
    owner = StaffGroup.PRODUCT_MANAGERS,
    kept = DataSource.WITH_THE_CASE)
class ReturnedUnits {

  private final JdbcClient jdbc;

  ReturnedUnits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the transaction that records the goods, so that both are true or neither. */
  @EventListener
  void count(GoodsReceived goods) {
    int more =
        of(
                """
                update returned_units set units = units + :units
                where case_number = :caseNumber and sku = :sku and received_on = :receivedOn""",
                goods)
            .update();
    if (more == 0) {
      of(
              """
              insert into returned_units (case_number, sku, product, received_on, units)
              values (:caseNumber, :sku, :product, :receivedOn, :units)""",
              goods)
          .param("product", goods.product())
          .update();
    }
  }

  private StatementSpec of(String sql, GoodsReceived goods) {
    return jdbc.sql(sql)
        .param("caseNumber", goods.caseNumber())
        .param("sku", goods.sku())
        .param("receivedOn", goods.receivedOn())
        .param("units", goods.units());
  }

  /**
   * What came back of each product from one day to another, both included; products of which
   * nothing came back are left out.
   */
  List<Returned> between(LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select sku, max(product) as product, sum(units) as units from returned_units
            where received_on between :from and :until
            group by sku order by sku""")
        .param("from", from)
        .param("until", until)
        .query(Returned.class)
        .list();
  }

  /**
   * Removes what was counted before a day, which no digest needs any more.
   *
   * @param most how many rows at once
   * @return how many were removed
   */
  int forgetBefore(LocalDate day, int most) {
    return jdbc.sql(
            """
            delete from returned_units where (case_number, sku, received_on) in (
              select case_number, sku, received_on from returned_units
              where received_on < :day order by received_on limit :most)""")
        .param("day", day)
        .param("most", most)
        .update();
  }

  record Returned(String sku, String product, long units) {}
}
