package org.aftercare.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.TakenObjects;
import org.aftercare.registration.ProductRegistration.DoneBy;
import org.aftercare.registration.ProductRegistration.Item;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registrations in {@code product_registration}, {@code registered_item} and {@code
 * registration_share}.
 */
@Repository
class JdbcRegistrations implements Registrations {

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;
  private final TakenObjects items;

  JdbcRegistrations(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.items = new TakenObjects(jdbc, transactions, "registered_item", "serial_number");
  }

  @Override
  public void add(ProductRegistration registration) {
    jdbc.sql(
            """
            insert into product_registration (
              case_number, customer_id, country, serial_number, order_number, purchased_on, done_by,
              product, delivered_on, meant_to_last, commercial_until, extended_months, legal_until,
              registered_at)
            values (
              :caseNumber, :customerId, :country, :serialNumber, :orderNumber, :purchasedOn,
              :doneBy, :product, :deliveredOn, :meantToLast, :commercialUntil, :extendedMonths,
              :legalUntil, :registeredAt)
            """)
        .params(columns(registration))
        .update();
  }

  @Override
  public void change(ProductRegistration registration) {
    jdbc.sql(
            """
            update product_registration set
              country = :country, order_number = :orderNumber, purchased_on = :purchasedOn,
              product = :product, delivered_on = :deliveredOn, meant_to_last = :meantToLast,
              commercial_until = :commercialUntil, extended_months = :extendedMonths,
              legal_until = :legalUntil, registered_at = :registeredAt
            where case_number = :caseNumber
            """)
        .params(columns(registration))
        .update();
  }

  @Override
  public boolean cancel(String caseNumber) {
    return jdbc.sql(
                """
                update product_registration set cancelled = true
                where case_number = ? and registered_at is null
                """)
            .param(caseNumber)
            .update()
        == 1;
  }

  @Override
  public boolean isCancelled(String caseNumber) {
    return jdbc.sql("select cancelled from product_registration where case_number = ?")
        .param(caseNumber)
        .query(Boolean.class)
        .single();
  }

  private static Map<String, Object> columns(ProductRegistration registration) {
    Item item = registration.item();
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", registration.caseNumber());
    columns.put("customerId", registration.customerId());
    columns.put("country", registration.country());
    columns.put("serialNumber", registration.serialNumber());
    columns.put("orderNumber", registration.orderNumber());
    columns.put("purchasedOn", registration.purchasedOn());
    columns.put("doneBy", registration.doneBy().name());
    columns.put("product", item.product());
    columns.put("deliveredOn", item.deliveredOn());
    columns.put("meantToLast", item.meantToLast());
    columns.put("commercialUntil", item.commercialUntil());
    columns.put("extendedMonths", item.extendedMonths());
    columns.put("legalUntil", registration.legalUntil());
    columns.put(
        "registeredAt",
        registration.isRegistered()
            ? registration.registeredAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)
            : null);
    return columns;
  }

  @Override
  public Optional<ProductRegistration> find(String caseNumber) {
    return jdbc.sql("select * from product_registration where case_number = ?")
        .param(caseNumber)
        .query((row, n) -> registration(row))
        .optional();
  }

  private static ProductRegistration registration(ResultSet row) throws SQLException {
    OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
    return new ProductRegistration(
        row.getString("case_number"),
        row.getString("customer_id"),
        row.getString("country"),
        row.getString("serial_number"),
        row.getString("order_number"),
        row.getObject("purchased_on", LocalDate.class),
        DoneBy.valueOf(row.getString("done_by")),
        new Item(
            row.getString("product"),
            row.getObject("delivered_on", LocalDate.class),
            row.getBoolean("meant_to_last"),
            row.getObject("commercial_until", LocalDate.class),
            row.getInt("extended_months")),
        row.getObject("legal_until", LocalDate.class),
        registeredAt == null ? null : registeredAt.toInstant());
  }

  @Override
  public Optional<ProductRegistration> holder(String serialNumber) {
    return items.holder(item(serialNumber)).flatMap(this::find);
  }

  private static String item(String serialNumber) {
    return serialNumber.toUpperCase(Locale.ROOT);
  }

  @Override
  public boolean take(String serialNumber, String caseNumber) {
    return items.take(caseNumber, item(serialNumber));
  }

  private boolean inserted(Runnable insert) {
    try {
      savepoint.executeWithoutResult(status -> insert.run());
      return true;
    } catch (DuplicateKeyException there) {
      return false;
    }
  }

  @Override
  public void give(String serialNumber, String caseNumber) {
    if (!take(serialNumber, caseNumber)) {
      jdbc.sql("update registered_item set case_number = ? where serial_number = ?")
          .params(caseNumber, item(serialNumber))
          .update();
    }
  }

  @Override
  public void release(String caseNumber) {
    items.release(caseNumber);
  }

  @Override
  public void count(YearMonth month, DoneBy doneBy) {
    if (!counted(month, doneBy)
        && !inserted(
            () ->
                jdbc.sql(
                        """
                        insert into registration_share (counted_month, done_by, registrations)
                        values (?, ?, 1)
                        """)
                    .params(month.toString(), doneBy.name())
                    .update())) {
      counted(month, doneBy);
    }
  }

  private boolean counted(YearMonth month, DoneBy doneBy) {
    return jdbc.sql(
                """
                update registration_share set registrations = registrations + 1
                where counted_month = ? and done_by = ?
                """)
            .params(month.toString(), doneBy.name())
            .update()
        > 0;
  }

  @Override
  public List<Counted> counted(YearMonth from, YearMonth until) {
    return jdbc.sql(
            """
            select counted_month, done_by, registrations from registration_share
            where counted_month between ? and ? order by counted_month, done_by
            """)
        .params(from.toString(), until.toString())
        .query(
            (row, n) ->
                new Counted(
                    YearMonth.parse(row.getString("counted_month")),
                    DoneBy.valueOf(row.getString("done_by")),
                    row.getLong("registrations")))
        .list();
  }
}
