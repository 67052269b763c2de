package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes orders: gives each item its price, its serial number and its line. */
class OrderBook {

  private static final int DAYS_TO_DELIVER = 4;

  private final JdbcTemplate jdbc;
  private final Map<String, String> countries = new TreeMap<>();
  private final Map<String, BigDecimal> prices = new HashMap<>();
  private final Map<String, Integer> serials = new HashMap<>();
  private final Map<String, Integer> lineNumbers = new HashMap<>();
  private final List<Object[]> orders = new ArrayList<>();
  private final List<Object[]> lines = new ArrayList<>();

  OrderBook(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    jdbc.query(
        "select customer_id, country from customer",
        row -> {
          countries.put(row.getString(1), row.getString(2));
        });
    jdbc.query(
        "select sku, amount from product",
        row -> {
          prices.put(row.getString(1), row.getBigDecimal(2));
        });
  }

  /** All customers, by id. */
  List<String> customers() {
    return List.copyOf(countries.keySet());
  }

  /**
   * Adds an item to an order, which is opened if it is new.
   *
   * @param deliveredOn {@code null}: ordered today and not delivered yet
   * @param terms what was agreed on delivery and withdrawal
   * @return the item's serial number
   */
  String add(
      String orderNumber,
      String customerId,
      String model,
      LocalDate today,
      LocalDate deliveredOn,
      String recall,
      String shows,
      Terms terms) {
    Market market = Market.valueOf(countries.get(customerId));
    int line = lineNumbers.merge(orderNumber, 1, Integer::sum);
    if (line == 1) {
      LocalDate orderedOn = deliveredOn == null ? today : deliveredOn.minusDays(DAYS_TO_DELIVER);
      orders.add(
          new Object[] {
            orderNumber,
            customerId,
            market.name(),
            orderedOn,
            shows,
            terms.channel(),
            market.amount(terms.deliveryEuros()),
            terms.informed()
          });
    }
    String sku = market.sku(model);
    String serial = "%s-%04d".formatted(model, serials.merge(model, 1, Integer::sum));
    lines.add(
        new Object[] {
          orderNumber,
          line,
          sku,
          serial,
          prices.get(sku),
          market.currency(),
          deliveredOn,
          recall,
          terms.exclusion(),
          terms.bundle(),
          market.amount(terms.discountEuros())
        });
    return serial;
  }

  /**
   * What was agreed on delivery and withdrawal.
   *
   * @param exclusion why nobody may withdraw, or {@code NONE}
   * @param bundle what was cheaper together, or {@code null}
   */
  record Terms(
      String channel,
      BigDecimal deliveryEuros,
      boolean informed,
      String exclusion,
      String bundle,
      BigDecimal discountEuros) {

    /** Bought online without anything special, delivered free of charge. */
    static final Terms USUAL =
        new Terms("ONLINE", BigDecimal.ZERO, true, "NONE", null, BigDecimal.ZERO);
  }

  void write() {
    jdbc.batchUpdate(
        """
        insert into sales_order (order_number, customer_id, country, ordered_on, shows, channel,
          delivery_cost, withdrawal_informed)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        orders);
    jdbc.batchUpdate(
        """
        insert into order_line (order_number, line_number, sku, serial_number, amount, currency,
          delivered_on, recall, exclusion, bundle, bundle_discount)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        lines);
    orders.clear();
    lines.clear();
  }
}
