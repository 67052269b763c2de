package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sets the scene for a trial or a test: stock, accounts, time; and tells which orders are worth it.
 */
class Scene {

  private final JdbcClient jdbc;
  private final SandboxClock clock;
  private final ProductClock productClock;
  private final Autopilot autopilot;

  Scene(JdbcClient jdbc, SandboxClock clock, ProductClock productClock, Autopilot autopilot) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.productClock = productClock;
    this.autopilot = autopilot;
  }

  /**
   * An order that shows something.
   *
   * @param deliveredOn {@code null}: not delivered yet
   */
  record Shown(
      String orderNumber,
      String customerId,
      String customer,
      String country,
      String product,
      String sku,
      String serialNumber,
      Amount price,
      LocalDate deliveredOn,
      String shows) {}

  /** An invoice that shows something. */
  record ShownInvoice(
      String invoiceNumber,
      String customerId,
      String customer,
      String country,
      Amount balance,
      LocalDate dueOn,
      String shows) {}

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/scene/invoices", request -> ServerResponse.ok().body(invoices()))
        .GET("/scene/orders", request -> ServerResponse.ok().body(orders()))
        .POST("/scene/parts/{number}", this::part)
        .POST("/scene/products/{sku}", this::product)
        .POST("/scene/customers/{id}", this::customer)
        .POST("/scene/autopilot", this::autopilot)
        .GET("/clock", request -> time())
        .POST("/clock", this::set)
        .POST("/clock/forward", this::forward)
        .build();
  }

  /** The orders that show one branch or one limit each. */
  List<Shown> orders() {
    return jdbc.sql(
            """
            select o.order_number, o.customer_id, c.name, o.country, p.name as product, l.sku,
              l.serial_number, l.amount, l.currency, l.delivered_on, o.shows
            from sales_order o
              join customer c on c.customer_id = o.customer_id
              join order_line l on l.order_number = o.order_number
              join product p on p.sku = l.sku
            where o.shows is not null order by o.order_number, l.line_number""")
        .query(
            (row, number) ->
                new Shown(
                    row.getString("order_number"),
                    row.getString("customer_id"),
                    row.getString("name"),
                    row.getString("country"),
                    row.getString("product"),
                    row.getString("sku"),
                    row.getString("serial_number"),
                    new Amount(row.getBigDecimal("amount"), row.getString("currency")),
                    row.getObject("delivered_on", LocalDate.class),
                    row.getString("shows")))
        .list();
  }

  /** The invoices that show one branch or one limit of a deferral each. */
  List<ShownInvoice> invoices() {
    return jdbc.sql(
            """
            select r.invoice_number, r.customer_id, c.name, c.country, r.balance, r.currency,
              r.due_on, r.shows
            from receivable r join customer c on c.customer_id = r.customer_id
            order by r.invoice_number""")
        .query(
            (row, number) ->
                new ShownInvoice(
                    row.getString("invoice_number"),
                    row.getString("customer_id"),
                    row.getString("name"),
                    row.getString("country"),
                    new Amount(row.getBigDecimal("balance"), row.getString("currency")),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("shows")))
        .list();
  }

  void giveAccount(String customerId, boolean account) {
    found(
        jdbc.sql("update customer set has_account = ? where customer_id = ?")
            .params(account, customerId)
            .update());
  }

  private ServerResponse part(ServerRequest request) throws ServletException, IOException {
    found(
        jdbc.sql("update part set stock = ? where part_number = ?")
            .params(stock(request), request.pathVariable("number"))
            .update());
    return ServerResponse.noContent().build();
  }

  private ServerResponse product(ServerRequest request) throws ServletException, IOException {
    found(
        jdbc.sql("update product set stock = ? where sku = ?")
            .params(stock(request), request.pathVariable("sku"))
            .update());
    return ServerResponse.noContent().build();
  }

  private ServerResponse customer(ServerRequest request) throws ServletException, IOException {
    boolean account = Requests.present("account", Requests.body(request, Account.class).account());
    giveAccount(request.pathVariable("id"), account);
    return ServerResponse.noContent().build();
  }

  private ServerResponse autopilot(ServerRequest request) throws ServletException, IOException {
    autopilot.turn(Requests.present("on", Requests.body(request, Switch.class).on()));
    return ServerResponse.noContent().build();
  }

  private ServerResponse time() {
    return ServerResponse.ok().body(new Time(clock.instant()));
  }

  private ServerResponse set(ServerRequest request) throws ServletException, IOException {
    clock.moveTo(Requests.present("now", Requests.body(request, Time.class).now()));
    return time();
  }

  private ServerResponse forward(ServerRequest request) throws ServletException, IOException {
    productClock.forward(duration(Requests.body(request, Step.class).duration()));
    return time();
  }

  static Duration duration(String text) {
    try {
      return Duration.parse(Requests.required("duration", text));
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("The duration is not ISO 8601, such as P1D or PT4H.");
    }
  }

  private static int stock(ServerRequest request) throws ServletException, IOException {
    Integer stock = Requests.present("stock", Requests.body(request, Stock.class).stock());
    if (stock < 0) {
      throw ProblemException.badRequest("The field stock is below zero.");
    }
    return stock;
  }

  private static void found(int changed) {
    if (changed == 0) {
      throw ProblemException.notFound("entry of this name");
    }
  }

  private record Stock(Integer stock) {}

  private record Account(Boolean account) {}

  private record Switch(Boolean on) {}

  private record Time(Instant now) {}

  private record Step(String duration) {}
}
