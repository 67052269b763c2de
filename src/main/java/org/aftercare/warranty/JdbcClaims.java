package org.aftercare.warranty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.TakenObjects;
import org.aftercare.systems.Money;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Report;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;

/** Claims in the table {@code warranty_claim}. */
@Repository
class JdbcClaims implements Claims {

  private final JdbcClient jdbc;
  private final TakenObjects items;

  JdbcClaims(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.items = new TakenObjects(jdbc, transactions, "warranty_item_taken", "serial_number");
  }

  @Override
  public void add(WarrantyClaim claim) {
    jdbc.sql(
            """
            insert into warranty_claim (
              case_number, customer_id, country, customer_known, order_number, serial_number,
              symptom, noticed_on, reported_on, cause, dangerous, wish,
              bought_order, bought_country, bought_on, delivered_on, sku, product, product_group,
              bought_serial, price, price_currency, meant_to_last, supplier_id, recall,
              part_number, part_name, repair_cost, repair_currency, repair_at_home,
              repair_lead_days, part_supplier_id)
            values (
              :caseNumber, :customerId, :country, :customerKnown, :orderNumber, :serialNumber,
              :symptom, :noticedOn, :reportedOn, :cause, :dangerous, :wish,
              :boughtOrder, :boughtCountry, :boughtOn, :deliveredOn, :sku, :product, :productGroup,
              :boughtSerial, :price, :priceCurrency, :meantToLast, :supplierId, :recall,
              :partNumber, :partName, :repairCost, :repairCurrency, :repairAtHome,
              :repairLeadDays, :partSupplierId)
            """)
        .params(columns(claim))
        .update();
  }

  @Override
  public void change(WarrantyClaim claim) {
    jdbc.sql(
            """
            update warranty_claim set
              customer_id = :customerId, country = :country, customer_known = :customerKnown,
              order_number = :orderNumber, serial_number = :serialNumber, symptom = :symptom,
              noticed_on = :noticedOn, reported_on = :reportedOn, cause = :cause,
              dangerous = :dangerous, wish = :wish, bought_order = :boughtOrder,
              bought_country = :boughtCountry, bought_on = :boughtOn, delivered_on = :deliveredOn,
              sku = :sku, product = :product, product_group = :productGroup,
              bought_serial = :boughtSerial, price = :price, price_currency = :priceCurrency,
              meant_to_last = :meantToLast, supplier_id = :supplierId, recall = :recall,
              part_number = :partNumber, part_name = :partName, repair_cost = :repairCost,
              repair_currency = :repairCurrency, repair_at_home = :repairAtHome,
              repair_lead_days = :repairLeadDays, part_supplier_id = :partSupplierId
            where case_number = :caseNumber
            """)
        .params(columns(claim))
        .update();
  }

  private static Map<String, Object> columns(WarrantyClaim claim) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", claim.caseNumber());
    columns.put("customerId", claim.customerId());
    columns.put("country", claim.country());
    columns.put("customerKnown", claim.customerKnown());
    columns.put("orderNumber", claim.orderNumber());
    columns.put("serialNumber", claim.serialNumber());
    columns.put("symptom", claim.report().symptom().name());
    columns.put("noticedOn", claim.report().noticedOn());
    columns.put("reportedOn", claim.report().reportedOn());
    columns.put("cause", claim.report().cause().name());
    columns.put("dangerous", claim.report().dangerous());
    columns.put("wish", claim.report().wish().name());
    putPurchase(columns, claim.purchase());
    putEstimate(columns, claim.estimate());
    return columns;
  }

  private static void putPurchase(Map<String, Object> columns, Purchase bought) {
    boolean found = bought != null;
    columns.put("boughtOrder", found ? bought.orderNumber() : null);
    columns.put("boughtCountry", found ? bought.country() : null);
    columns.put("boughtOn", found ? bought.orderedOn() : null);
    columns.put("deliveredOn", found ? bought.deliveredOn() : null);
    columns.put("sku", found ? bought.sku() : null);
    columns.put("product", found ? bought.product() : null);
    columns.put("productGroup", found ? bought.productGroup() : null);
    columns.put("boughtSerial", found ? bought.serialNumber() : null);
    columns.put("price", found ? bought.price().amount() : null);
    columns.put("priceCurrency", found ? bought.price().currency() : null);
    columns.put("meantToLast", found ? bought.meantToLast() : null);
    columns.put("supplierId", found ? bought.supplierId() : null);
    columns.put("recall", found ? bought.recall() : null);
  }

  private static void putEstimate(Map<String, Object> columns, Estimate repair) {
    boolean known = repair != null;
    columns.put("partNumber", known ? repair.partNumber() : null);
    columns.put("partName", known ? repair.partName() : null);
    columns.put("repairCost", known ? repair.cost().amount() : null);
    columns.put("repairCurrency", known ? repair.cost().currency() : null);
    columns.put("repairAtHome", known ? repair.home() : null);
    columns.put("repairLeadDays", known ? repair.leadTimeDays() : null);
    columns.put("partSupplierId", known ? repair.supplierId() : null);
  }

  @Override
  public Optional<WarrantyClaim> find(String caseNumber) {
    return jdbc.sql("select * from warranty_claim where case_number = ?")
        .param(caseNumber)
        .query((row, n) -> claim(row))
        .optional();
  }

  private static WarrantyClaim claim(ResultSet row) throws SQLException {
    return new WarrantyClaim(
        row.getString("case_number"),
        row.getString("customer_id"),
        row.getString("country"),
        row.getBoolean("customer_known"),
        row.getString("order_number"),
        row.getString("serial_number"),
        new Report(
            Symptom.valueOf(row.getString("symptom")),
            day(row, "noticed_on"),
            day(row, "reported_on"),
            Cause.valueOf(row.getString("cause")),
            row.getBoolean("dangerous"),
            Wish.valueOf(row.getString("wish"))),
        row.getString("bought_order") == null ? null : purchase(row),
        row.getString("part_number") == null ? null : estimate(row));
  }

  private static Purchase purchase(ResultSet row) throws SQLException {
    return new Purchase(
        row.getString("bought_order"),
        row.getString("bought_country"),
        day(row, "bought_on"),
        day(row, "delivered_on"),
        row.getString("sku"),
        row.getString("product"),
        row.getString("product_group"),
        row.getString("bought_serial"),
        money(row, "price", "price_currency"),
        row.getBoolean("meant_to_last"),
        row.getString("supplier_id"),
        row.getString("recall"));
  }

  private static Estimate estimate(ResultSet row) throws SQLException {
    return new Estimate(
        row.getString("part_number"),
        row.getString("part_name"),
        money(row, "repair_cost", "repair_currency"),
        row.getBoolean("repair_at_home"),
        row.getInt("repair_lead_days"),
        row.getString("part_supplier_id"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** With two decimals at least, however the database pads its numbers. */
  private static Money money(ResultSet row, String amount, String currency) throws SQLException {
    return Money.stored(row.getBigDecimal(amount), row.getString(currency));
  }

  @Override
  public boolean take(String serialNumber, String caseNumber) {
    return items.take(caseNumber, serialNumber.toUpperCase(Locale.ROOT));
  }

  @Override
  public Optional<String> holder(String serialNumber) {
    return items.holder(serialNumber.toUpperCase(Locale.ROOT));
  }

  @Override
  public void release(String caseNumber) {
    items.release(caseNumber);
  }
}
