package org.aftercare.returns;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.TakenObjects;
import org.aftercare.returns.ProductReturn.Declaration;
import org.aftercare.returns.ProductReturn.Goods;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ProductReturn.Proof;
import org.aftercare.returns.ProductReturn.Reason;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Sale;
import org.aftercare.returns.ProductReturn.Sending;
import org.aftercare.returns.ProductReturn.Terms;
import org.aftercare.returns.ProductReturn.Wish;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders.Exclusion;
import org.aftercare.systems.Orders.SalesChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;

/** Returns in the tables {@code product_return} and {@code product_return_item}. */
@Repository
class JdbcReturns implements Returns {

  private final JdbcClient jdbc;
  private final TakenObjects items;

  JdbcReturns(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.items = new TakenObjects(jdbc, transactions, "product_return_item_taken", "serial_number");
  }

  @Override
  public void add(ProductReturn added) {
    jdbc.sql(
            """
            insert into product_return (
              case_number, customer_id, country, order_number, reason, wish, symptom, noticed_on,
              declared_at, lapses_at, notice_at, channel, informed, delivery_cost, currency,
              granted_right, last_day, in_time, send_back_by, refund_by, remind_on, close_on,
              escalate_on, restocking_percent, sending_proof, sent_at, grade, loss_percent, signs,
              refund_items, refund_deduction, refund_fee, refund_delivery)
            values (
              :caseNumber, :customerId, :country, :orderNumber, :reason, :wish, :symptom, :noticedOn,
              :declaredAt, :lapsesAt, :noticeAt, :channel, :informed, :deliveryCost, :currency,
              :right, :lastDay, :inTime, :sendBackBy, :refundBy, :remindOn, :closeOn,
              :escalateOn, :restockingPercent, :proof, :sentAt, :grade, :lossPercent, :signs,
              :refundItems, :refundDeduction, :refundFee, :refundDelivery)
            """)
        .params(columns(added))
        .update();
    addItems(added);
  }

  @Override
  public void change(ProductReturn changed) {
    jdbc.sql(
            """
            update product_return set
              customer_id = :customerId, country = :country, order_number = :orderNumber,
              reason = :reason, wish = :wish, symptom = :symptom, noticed_on = :noticedOn,
              declared_at = :declaredAt, lapses_at = :lapsesAt, notice_at = :noticeAt,
              channel = :channel, informed = :informed, delivery_cost = :deliveryCost,
              currency = :currency, granted_right = :right, last_day = :lastDay, in_time = :inTime,
              send_back_by = :sendBackBy, refund_by = :refundBy, remind_on = :remindOn,
              close_on = :closeOn, escalate_on = :escalateOn,
              restocking_percent = :restockingPercent, sending_proof = :proof, sent_at = :sentAt,
              grade = :grade, loss_percent = :lossPercent, signs = :signs,
              refund_items = :refundItems, refund_deduction = :refundDeduction,
              refund_fee = :refundFee, refund_delivery = :refundDelivery
            where case_number = :caseNumber
            """)
        .params(columns(changed))
        .update();
    jdbc.sql("delete from product_return_item where case_number = ?")
        .param(changed.caseNumber())
        .update();
    addItems(changed);
  }

  private static Map<String, Object> columns(ProductReturn of) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", of.caseNumber());
    columns.put("customerId", of.customerId());
    columns.put("country", of.country());
    columns.put("orderNumber", of.orderNumber());
    Declaration declaration = of.declaration();
    columns.put("reason", declaration.reason().name());
    columns.put("wish", declaration.wish().name());
    columns.put("symptom", declaration.symptom());
    columns.put("noticedOn", declaration.noticedOn());
    columns.put("declaredAt", utc(declaration.declaredAt()));
    columns.put("lapsesAt", utc(declaration.lapsesAt()));
    columns.put("noticeAt", utc(declaration.noticeAt()));
    Sale sale = of.sale();
    columns.put("channel", sale == null ? null : sale.channel().name());
    columns.put("informed", sale == null ? null : sale.informed());
    columns.put("deliveryCost", sale == null ? null : sale.deliveryCost().amount());
    columns.put("currency", sale == null ? null : sale.deliveryCost().currency());
    terms(columns, of.terms());
    Sending sending = of.sending();
    columns.put("proof", sending == null ? null : sending.proof().name());
    columns.put("sentAt", sending == null ? null : utc(sending.at()));
    Goods goods = of.goods();
    columns.put("grade", goods == null ? null : goods.grade().name());
    columns.put("lossPercent", goods == null ? null : goods.lossPercent());
    columns.put("signs", goods == null ? null : String.join(",", goods.signs()));
    RefundSum refund = of.refund();
    columns.put("refundItems", refund == null ? null : refund.items().amount());
    columns.put("refundDeduction", refund == null ? null : refund.deduction().amount());
    columns.put("refundFee", refund == null ? null : refund.fee().amount());
    columns.put("refundDelivery", refund == null ? null : refund.deliveryCost().amount());
    return columns;
  }

  private static void terms(Map<String, Object> columns, Terms terms) {
    boolean settled = terms != null;
    columns.put("right", settled ? terms.right().name() : null);
    columns.put("lastDay", settled ? terms.lastDay() : null);
    columns.put("inTime", settled ? terms.inTime() : null);
    columns.put("sendBackBy", settled ? terms.sendBackBy() : null);
    columns.put("refundBy", settled ? terms.refundBy() : null);
    columns.put("remindOn", settled ? terms.remindOn() : null);
    columns.put("closeOn", settled ? terms.closeOn() : null);
    columns.put("escalateOn", settled ? terms.escalateOn() : null);
    columns.put("restockingPercent", settled ? terms.restockingPercent() : null);
  }

  private void addItems(ProductReturn of) {
    int position = 0;
    if (of.sale() == null) {
      for (String serialNumber : of.declaration().serialNumbers()) {
        Map<String, Object> columns = item(of.caseNumber(), position++, serialNumber, null);
        columns.put("goesBack", true);
        columns.put("isBack", false);
        add(columns);
      }
      return;
    }
    for (ReturnItem item : of.sale().items()) {
      Map<String, Object> columns = item(of.caseNumber(), position++, item.serialNumber(), item);
      columns.put("goesBack", of.declaration().serialNumbers().contains(item.serialNumber()));
      columns.put(
          "isBack", of.goods() != null && of.goods().serialNumbers().contains(item.serialNumber()));
      add(columns);
    }
  }

  private static Map<String, Object> item(
      String caseNumber, int position, String serialNumber, ReturnItem item) {
    boolean known = item != null;
    Map<String, Object> columns = new HashMap<>();
    columns.put("caseNumber", caseNumber);
    columns.put("position", position);
    columns.put("serialNumber", serialNumber);
    columns.put("sku", known ? item.sku() : null);
    columns.put("product", known ? item.product() : null);
    columns.put("productGroup", known ? item.productGroup() : null);
    columns.put("supplierId", known ? item.supplierId() : null);
    columns.put("price", known ? item.price().amount() : null);
    columns.put("deliveredOn", known ? item.deliveredOn() : null);
    columns.put("exclusion", known ? item.exclusion().name() : null);
    columns.put("bundle", known ? item.bundle() : null);
    columns.put("bundleDiscount", known ? item.bundleDiscount().amount() : null);
    return columns;
  }

  private void add(Map<String, Object> columns) {
    jdbc.sql(
            """
            insert into product_return_item (
              case_number, position, serial_number, sku, product, product_group, supplier_id, price,
              delivered_on, exclusion, bundle, bundle_discount, goes_back, is_back)
            values (
              :caseNumber, :position, :serialNumber, :sku, :product, :productGroup, :supplierId,
              :price, :deliveredOn, :exclusion, :bundle, :bundleDiscount, :goesBack, :isBack)
            """)
        .params(columns)
        .update();
  }

  @Override
  public Optional<ProductReturn> find(String caseNumber) {
    return read(caseNumber, "");
  }

  @Override
  public Optional<ProductReturn> lock(String caseNumber) {
    return read(caseNumber, " for update");
  }

  private Optional<ProductReturn> read(String caseNumber, String lock) {
    List<ItemRow> items =
        jdbc.sql("select * from product_return_item where case_number = ? order by position")
            .param(caseNumber)
            .query(JdbcReturns::itemRow)
            .list();
    return jdbc.sql("select * from product_return where case_number = ?" + lock)
        .param(caseNumber)
        .query((row, n) -> productReturn(row, items))
        .optional();
  }

  private static ItemRow itemRow(ResultSet row, int n) throws SQLException {
    return new ItemRow(
        row.getString("serial_number"),
        row.getString("sku"),
        row.getString("product"),
        row.getString("product_group"),
        row.getString("supplier_id"),
        row.getBigDecimal("price"),
        row.getObject("delivered_on", LocalDate.class),
        row.getString("exclusion"),
        row.getString("bundle"),
        row.getBigDecimal("bundle_discount"),
        row.getBoolean("goes_back"),
        row.getBoolean("is_back"));
  }

  private static ProductReturn productReturn(ResultSet row, List<ItemRow> items)
      throws SQLException {
    String currency = row.getString("currency");
    return new ProductReturn(
        row.getString("case_number"),
        row.getString("customer_id"),
        row.getString("country"),
        row.getString("order_number"),
        declaration(row, items),
        currency == null ? null : sale(row, currency, items),
        row.getString("granted_right") == null ? null : terms(row),
        row.getString("sending_proof") == null
            ? null
            : new Sending(Proof.valueOf(row.getString("sending_proof")), instant(row, "sent_at")),
        row.getString("grade") == null ? null : goods(row, items),
        row.getBigDecimal("refund_items") == null ? null : refund(row, currency));
  }

  private static Declaration declaration(ResultSet row, List<ItemRow> items) throws SQLException {
    return new Declaration(
        items.stream().filter(ItemRow::goesBack).map(ItemRow::serialNumber).toList(),
        Reason.valueOf(row.getString("reason")),
        Wish.valueOf(row.getString("wish")),
        row.getString("symptom"),
        row.getObject("noticed_on", LocalDate.class),
        instant(row, "declared_at"),
        instant(row, "lapses_at"),
        instant(row, "notice_at"));
  }

  private static Sale sale(ResultSet row, String currency, List<ItemRow> items)
      throws SQLException {
    return new Sale(
        SalesChannel.valueOf(row.getString("channel")),
        row.getBoolean("informed"),
        money(row, "delivery_cost", currency),
        items.stream().map(item -> item.toItem(currency)).toList());
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        Right.valueOf(row.getString("granted_right")),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("in_time"),
        row.getObject("send_back_by", LocalDate.class),
        row.getObject("refund_by", LocalDate.class),
        row.getObject("remind_on", LocalDate.class),
        row.getObject("close_on", LocalDate.class),
        row.getObject("escalate_on", LocalDate.class),
        row.getInt("restocking_percent"));
  }

  private static Goods goods(ResultSet row, List<ItemRow> items) throws SQLException {
    String signs = row.getString("signs");
    return new Goods(
        items.stream().filter(ItemRow::isBack).map(ItemRow::serialNumber).toList(),
        Grade.valueOf(row.getString("grade")),
        row.getInt("loss_percent"),
        signs == null || signs.isEmpty() ? List.of() : Arrays.asList(signs.split(",")));
  }

  private static RefundSum refund(ResultSet row, String currency) throws SQLException {
    return new RefundSum(
        money(row, "refund_items", currency),
        money(row, "refund_deduction", currency),
        money(row, "refund_fee", currency),
        money(row, "refund_delivery", currency));
  }

  private static Money money(ResultSet row, String column, String currency) throws SQLException {
    return money(row.getBigDecimal(column), currency);
  }

  /** With two decimals at least, however the database pads its numbers. */
  private static Money money(BigDecimal amount, String currency) {
    BigDecimal plain = amount.stripTrailingZeros();
    return new Money(plain.scale() < 2 ? plain.setScale(2) : plain, currency);
  }

  @Override
  public boolean take(Collection<String> serialNumbers, String caseNumber) {
    // In one order for everybody, so that two returns never wait for each other.
    return serialNumbers.stream()
        .map(serial -> serial.toUpperCase(Locale.ROOT))
        .sorted()
        .allMatch(item -> items.take(caseNumber, item));
  }

  @Override
  public void release(String caseNumber) {
    items.release(caseNumber);
  }

  @Override
  public History history(String customerId, Instant since, String exceptCase) {
    Map<String, Object> params = new HashMap<>();
    params.put("customerId", customerId);
    params.put("since", utc(since));
    params.put("except", exceptCase);
    int items =
        jdbc.sql(
                """
                select count(*) from product_return r
                  join product_return_item i on i.case_number = r.case_number
                where r.customer_id = :customerId and r.notice_at >= :since
                  and r.sent_at is not null and i.goes_back and r.case_number <> :except
                """)
            .params(params)
            .query(Integer.class)
            .single();
    int lost =
        jdbc.sql(
                """
                select count(*) from product_return r
                  join service_case c on c.case_number = r.case_number
                where r.customer_id = :customerId and r.notice_at >= :since
                  and r.sent_at is not null and r.grade is null and c.closed_at is not null
                  and r.case_number <> :except
                """)
            .params(params)
            .query(Integer.class)
            .single();
    return new History(items, lost);
  }

  /** To the microsecond, as both databases keep it. */
  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  private record ItemRow(
      String serialNumber,
      String sku,
      String product,
      String productGroup,
      String supplierId,
      BigDecimal price,
      LocalDate deliveredOn,
      String exclusion,
      String bundle,
      BigDecimal bundleDiscount,
      boolean goesBack,
      boolean isBack) {

    ReturnItem toItem(String currency) {
      return new ReturnItem(
          serialNumber,
          sku,
          product,
          productGroup,
          supplierId,
          money(price, currency),
          deliveredOn,
          Exclusion.valueOf(exclusion),
          bundle,
          money(bundleDiscount, currency));
    }
  }
}
