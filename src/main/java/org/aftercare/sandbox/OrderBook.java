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
   * @return the item's serial number
   */
  String add(
      String orderNumber,
      String customerId,
      String model,
      LocalDate today,
      LocalDate deliveredOn,
      String recall,
      String shows) {
    Market market = Market.valueOf(countries.get(customerId));
    int line = lineNumbers.merge(orderNumber, 1, Integer::sum);
    if (line == 1) {
      LocalDate orderedOn = deliveredOn == null ? today : deliveredOn.minusDays(DAYS_TO_DELIVER);
      orders.add(new Object[] {orderNumber, customerId, market.name(), orderedOn, shows});
    }
    String sku = market.sku(model);
    String serial = "%s-%04d".formatted(model, serials.merge(model, 1, Integer::sum));
    lines.add(
        new Object[] {
          orderNumber, line, sku, serial, prices.get(sku), market.currency(), deliveredOn, recall
        });
    return serial;
  }

  void write() {
    jdbc.batchUpdate(
        """
        insert into sales_order (order_number, customer_id, country, ordered_on, shows)
        values (?, ?, ?, ?, ?)""",
        orders);
    jdbc.batchUpdate(
        """
        insert into order_line (order_number, line_number, sku, serial_number, amount, currency,
          delivered_on, recall)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        lines);
    orders.clear();
    lines.clear();
  }
}
