package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.present;
import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Sales orders and the stock of whole products. */
class OrdersSystem {

  private static final String NAME = "orders";
  private static final int SALES_PAGE = 500;

  private final JdbcClient jdbc;
  private final Operations operations;

  OrdersSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/orders/orders/{number}", this::order)
        .GET("/orders/sales", this::sales)
        .POST("/orders/replacements", this::replace)
        .POST("/orders/replacements/{id}/cancellation", this::cancel)
        .GET("/orders/customers/{id}/order-count", this::count)
        .POST("/orders/restocks", this::restock)
        .GET("/orders/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse order(ServerRequest request) {
    String number = request.pathVariable("number");
    Header header =
        jdbc.sql(
                """
                select order_number, customer_id, country, ordered_on, channel, delivery_cost,
                  withdrawal_informed
                from sales_order where order_number = ?""")
            .param(number)
            .query(Header.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("order of this number"));
    List<Line> lines =
        jdbc.sql(
                """
                select l.sku, p.name, p.product_group, l.serial_number, l.amount, l.currency,
                  l.delivered_on, p.meant_to_last, p.supplier_id, l.recall, l.exclusion, l.bundle,
                  l.bundle_discount
                from order_line l join product p on p.sku = l.sku
                where l.order_number = ? order by l.line_number""")
            .param(number)
            .query(
                (row, index) ->
                    new Line(
                        row.getString("sku"),
                        row.getString("name"),
                        row.getString("product_group"),
                        row.getString("serial_number"),
                        new Amount(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getObject("delivered_on", LocalDate.class),
                        row.getBoolean("meant_to_last"),
                        row.getString("supplier_id"),
                        row.getString("recall"),
                        row.getString("exclusion"),
                        row.getString("bundle"),
                        new Amount(
                            row.getBigDecimal("bundle_discount"), row.getString("currency"))))
            .list();
    return ServerResponse.ok()
        .body(
            new Order(
                header.orderNumber(),
                header.customerId(),
                header.country(),
                header.orderedOn(),
                header.channel(),
                new Amount(header.deliveryCost(), Market.valueOf(header.country()).currency()),
                header.withdrawalInformed(),
                lines));
  }

  private ServerResponse sales(ServerRequest request) {
    LocalDate from = Requests.date(request, "from");
    LocalDate until = Requests.date(request, "until");
    if (until.isBefore(from)) {
      throw ProblemException.badRequest("The day until is before the day from.");
    }
    List<UnitsSold> products =
        jdbc.sql(
                """
                select l.sku, p.name as product, count(*) as units
                from order_line l
                  join sales_order o on o.order_number = l.order_number
                  join product p on p.sku = l.sku
                where o.ordered_on between ? and ?
                group by l.sku, p.name order by l.sku
                offset ? rows fetch next ? rows only""")
            .params(from, until, Requests.page(request) * SALES_PAGE, SALES_PAGE + 1)
            .query(UnitsSold.class)
            .list();
    boolean more = products.size() > SALES_PAGE;
    return ServerResponse.ok()
        .body(new Sales(more ? products.subList(0, SALES_PAGE) : products, more));
  }

  private ServerResponse count(ServerRequest request) {
    LocalDate since;
    try {
      since = LocalDate.parse(request.param("since").orElse(""));
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("The parameter since is not a day such as 2026-05-22.");
    }
    return ServerResponse.ok()
        .body(
            jdbc.sql(
                    """
                    select count(distinct o.order_number) as orders, count(l.line_number) as items
                    from sales_order o join order_line l on l.order_number = o.order_number
                    where o.customer_id = ? and o.ordered_on >= ?""")
                .params(request.pathVariable("id"), since)
                .query(OrderCount.class)
                .single());
  }

  private ServerResponse restock(ServerRequest request) throws ServletException, IOException {
    RestockRequest wanted = Requests.body(request, RestockRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("orderNumber", wanted.orderNumber());
    if (present("serialNumbers", wanted.serialNumbers()).isEmpty()) {
      throw ProblemException.badRequest("The field serialNumbers is empty.");
    }
    return operations.once(request, NAME, "restock", wanted, () -> takeBack(wanted));
  }

  private Answer takeBack(RestockRequest wanted) {
    for (String serialNumber : wanted.serialNumbers()) {
      int taken =
          jdbc.sql(
                  """
                  update product set stock = stock + 1
                  where sku = (select sku from order_line
                    where order_number = ? and serial_number = ?)""")
              .params(wanted.orderNumber(), serialNumber)
              .update();
      if (taken == 0) {
        throw ProblemException.notFound("item of this order and serial number");
      }
    }
    String reference = Requests.newId("RST");
    return Answer.made(wanted.caseNumber(), reference, new Restocked(reference));
  }

  private ServerResponse replace(ServerRequest request) throws ServletException, IOException {
    ReplacementRequest wanted = Requests.body(request, ReplacementRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("orderNumber", wanted.orderNumber());
    required("sku", wanted.sku());
    required("serialNumber", wanted.serialNumber());
    return operations.once(
        request,
        NAME,
        "order-replacement",
        wanted,
        () -> {
          boolean sold =
              jdbc.sql(
                          """
                      select count(*) from order_line
                      where order_number = ? and sku = ? and serial_number = ?""")
                      .params(wanted.orderNumber(), wanted.sku(), wanted.serialNumber())
                      .query(Integer.class)
                      .single()
                  > 0;
          if (!sold) {
            throw ProblemException.notFound("item of this order, sku and serial number");
          }
          int taken =
              jdbc.sql("update product set stock = stock - 1 where sku = ? and stock > 0")
                  .param(wanted.sku())
                  .update();
          if (taken == 0) {
            return Answer.refused(
                wanted.caseNumber(), "SOLD_OUT", "The product is sold out and will not come back.");
          }
          String id = Requests.newId("REP");
          String serial =
              wanted.sku().substring(0, wanted.sku().lastIndexOf('-'))
                  + "-R"
                  + id.substring(4, 10).toUpperCase(Locale.ROOT);
          jdbc.sql("insert into replacement values (?, ?, ?, ?, 'ORDERED')")
              .params(id, wanted.caseNumber(), wanted.sku(), serial)
              .update();
          return Answer.made(wanted.caseNumber(), id, new Replacement(id, serial));
        });
  }

  private ServerResponse cancel(ServerRequest request) {
    String id = request.pathVariable("id");
    Made made =
        jdbc.sql("select case_number, sku from replacement where replacement_id = ?")
            .param(id)
            .query(Made.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("replacement of this id"));
    return operations.once(
        request,
        NAME,
        "cancel-replacement",
        new Cancelled(id),
        () -> {
          int cancelled =
              jdbc.sql(
                      """
                      update replacement set status = 'CANCELLED'
                      where replacement_id = ? and status = 'ORDERED'""")
                  .param(id)
                  .update();
          if (cancelled > 0) {
            jdbc.sql("update product set stock = stock + 1 where sku = ?")
                .param(made.sku())
                .update();
          }
          String reference = Requests.newId("CAN");
          return Answer.made(made.caseNumber(), reference, new Cancelled(reference));
        });
  }

  private record Header(
      String orderNumber,
      String customerId,
      String country,
      LocalDate orderedOn,
      String channel,
      BigDecimal deliveryCost,
      boolean withdrawalInformed) {}

  private record Made(String caseNumber, String sku) {}

  private record Order(
      String orderNumber,
      String customerId,
      String country,
      LocalDate orderedOn,
      String channel,
      Amount deliveryCost,
      boolean withdrawalInformed,
      List<Line> lines) {}

  private record Line(
      String sku,
      String product,
      String productGroup,
      String serialNumber,
      Amount price,
      LocalDate deliveredOn,
      boolean meantToLast,
      String supplierId,
      String recall,
      String exclusion,
      String bundle,
      Amount bundleDiscount) {}

  private record OrderCount(int orders, int items) {}

  private record RestockRequest(
      String caseNumber, String orderNumber, List<String> serialNumbers) {}

  private record Restocked(String reference) {}

  private record Sales(List<UnitsSold> products, boolean more) {}

  private record UnitsSold(String sku, String product, int units) {}

  private record ReplacementRequest(
      String caseNumber, String orderNumber, String sku, String serialNumber) {}

  private record Replacement(String replacementId, String serialNumber) {}

  private record Cancelled(String reference) {}
}
