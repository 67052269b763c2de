package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The orders: those of the data file, which show one branch or one legal limit each; many ordinary
 * ones; and cheap ones in bulk for load. The same first day always gives the same orders.
 */
class SandboxOrders {

  private static final Pattern PERIOD = Pattern.compile("([+-])(P[0-9YMD]+)");
  private static final int FIRST_ORDINARY = 52_001;
  private static final int ORDINARY = 150;
  private static final int FIRST_BULK = 9_000_001;
  private static final String BULK_MODEL = "BR-CM-15";

  /** Customers whose data stands in the way of something: only orders of the file are theirs. */
  private static final List<String> PECULIAR = List.of("C-1110", "C-1111", "C-1211");

  private final JdbcTemplate jdbc;
  private final int bulkOrders;

  SandboxOrders(JdbcTemplate jdbc, int bulkOrders) {
    this.jdbc = jdbc;
    this.bulkOrders = bulkOrders;
  }

  void fill(LocalDate today) {
    OrderBook book = new OrderBook(jdbc);
    fromFile(book, today);
    ordinary(book, today);
    bulk(book, today);
  }

  private void fromFile(OrderBook book, LocalDate today) {
    for (String[] row : new DataFile("orders.csv").rows()) {
      LocalDate delivered = date(row[3], today);
      String serial =
          book.add(
              row[0],
              row[1],
              row[2],
              today,
              delivered,
              row[4].isEmpty() ? null : row[4],
              row[8],
              terms(row));
      book.write();
      LocalDate until = date(row[5], today);
      int extended = Integer.parseInt(row[6]);
      if (until != null || extended > 0) {
        jdbc.update("insert into guarantee values (?, ?, ?)", serial, until, extended);
      }
      if (Boolean.parseBoolean(row[7])) {
        jdbc.update(
            """
            insert into refund (refund_id, case_number, order_number, serial_number, amount, currency)
            select 'RFD-BEFORE', 'BEFORE', order_number, serial_number, amount, currency
            from order_line where serial_number = ?""",
            serial);
      }
    }
  }

  /** Rows end where only what is usual would follow. */
  private static OrderBook.Terms terms(String[] row) {
    OrderBook.Terms usual = OrderBook.Terms.USUAL;
    return new OrderBook.Terms(
        text(row, 9).orElse(usual.channel()),
        text(row, 10).map(BigDecimal::new).orElse(usual.deliveryEuros()),
        text(row, 11).map(Boolean::parseBoolean).orElse(usual.informed()),
        text(row, 12).orElse(usual.exclusion()),
        text(row, 13).orElse(usual.bundle()),
        text(row, 14).map(BigDecimal::new).orElse(usual.discountEuros()));
  }

  private static Optional<String> text(String[] row, int column) {
    return row.length > column && !row[column].isEmpty()
        ? Optional.of(row[column])
        : Optional.empty();
  }

  /** Spread over customers, products and the last six years by fixed strides. */
  private void ordinary(OrderBook book, LocalDate today) {
    List<String> customers = ordinaryCustomers(book);
    List<String> models = new DataFile("models.csv").rows().stream().map(row -> row[0]).toList();
    for (int i = 0; i < ORDINARY; i++) {
      book.add(
          "O-" + (FIRST_ORDINARY + i),
          customers.get(i * 7 % customers.size()),
          models.get(i * 5 % models.size()),
          today,
          today.minusDays(3 + i * 97L % 2_100),
          null,
          null,
          OrderBook.Terms.USUAL);
    }
    book.write();
  }

  private void bulk(OrderBook book, LocalDate today) {
    List<String> customers = ordinaryCustomers(book);
    for (int i = 0; i < bulkOrders; i++) {
      book.add(
          "O-" + (FIRST_BULK + i),
          customers.get(i % customers.size()),
          BULK_MODEL,
          today,
          today.minusDays(30),
          null,
          null,
          OrderBook.Terms.USUAL);
    }
    book.write();
  }

  private static List<String> ordinaryCustomers(OrderBook book) {
    return book.customers().stream().filter(customer -> !PECULIAR.contains(customer)).toList();
  }

  private static LocalDate date(String text, LocalDate today) {
    if (text.isEmpty()) {
      return null;
    }
    if (Character.isDigit(text.charAt(0))) {
      return LocalDate.parse(text);
    }
    LocalDate date = today;
    Matcher periods = PERIOD.matcher(text);
    while (periods.find()) {
      Period period = Period.parse(periods.group(2));
      date = periods.group(1).equals("+") ? date.plus(period) : date.minus(period);
    }
    return date;
  }
}
