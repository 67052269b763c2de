package org.aftercare.systems.orders;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Orders;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Sales orders and the stock of whole products over HTTP. */
@Component
class HttpOrders implements Orders {

  private static final Operation<Order> ORDER = new Operation<>("order", HttpOrders::check);

  private static final Operation<Sales> SALES =
      new Operation<>(
          "sales", (reply, sales) -> reply.each("products", sales.products(), HttpOrders::check));

  private static final Operation<Replacement> ORDER_REPLACEMENT =
      new Operation<>(
          "order replacement",
          Set.of("SOLD_OUT"),
          (reply, replacement) -> {
            reply.text("replacementId", replacement.replacementId(), ReplyCheck.LONGEST_ID);
            reply.text("serialNumber", replacement.serialNumber(), ReplyCheck.LONGEST_NUMBER);
          });

  private static final Operation<Cancelled> CANCEL_REPLACEMENT =
      new Operation<>(
          "cancel replacement",
          (reply, cancelled) ->
              reply.text("reference", cancelled.reference(), ReplyCheck.LONGEST_ID));

  private static final Operation<OrderCount> ORDER_COUNT =
      new Operation<>(
          "order count",
          (reply, count) -> {
            reply.notNegative("orders", count.orders());
            reply.notNegative("items", count.items());
          });

  private static final Operation<Restocked> RESTOCK =
      new Operation<>(
          "restock",
          (reply, restocked) ->
              reply.text("reference", restocked.reference(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final OrdersApi api;

  HttpOrders(@Qualifier("ordersSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(OrdersApi.class);
  }

  @Override
  public Optional<Order> order(String orderNumber) {
    return system.read(
        ORDER.alsoHolding(
            (reply, order) -> reply.same("orderNumber", orderNumber, order.orderNumber())),
        () -> api.order(orderNumber));
  }

  @Override
  public Sales sales(LocalDate from, LocalDate until, int page) {
    return system
        .read(SALES, () -> api.sales(from.toString(), until.toString(), page))
        .orElseThrow(
            () ->
                new SystemUnavailableException(
                    system.name(), "sales: answered with status 404", null));
  }

  @Override
  public Replacement orderReplacement(String key, ReplacementRequest request) {
    return system.change(ORDER_REPLACEMENT, () -> api.orderReplacement(key, request));
  }

  @Override
  public Optional<Replacement> findReplacement(String key) {
    return system.read(ORDER_REPLACEMENT, () -> api.replacement(key));
  }

  @Override
  public Cancelled cancelReplacement(String key, String replacementId) {
    return system.change(CANCEL_REPLACEMENT, () -> api.cancelReplacement(key, replacementId));
  }

  @Override
  public Optional<Cancelled> findCancelled(String key) {
    return system.read(CANCEL_REPLACEMENT, () -> api.cancelled(key));
  }

  @Override
  public OrderCount orderCount(String customerId, LocalDate since) {
    return system
        .read(ORDER_COUNT, () -> api.orderCount(customerId, since.toString()))
        .orElse(new OrderCount(0, 0));
  }

  @Override
  public Restocked restock(String key, RestockRequest request) {
    return system.change(RESTOCK, () -> api.restock(key, request));
  }

  @Override
  public Optional<Restocked> findRestocked(String key) {
    return system.read(RESTOCK, () -> api.restocked(key));
  }

  private static void check(ReplyCheck reply, Order order) {
    reply.text("customerId", order.customerId(), ReplyCheck.LONGEST_ID);
    reply.country("country", order.country());
    reply.present("orderedOn", order.orderedOn());
    reply.present("channel", order.channel());
    reply.money("deliveryCost", order.deliveryCost());
    reply.each("lines", order.lines(), HttpOrders::check);
  }

  private static void check(ReplyCheck reply, UnitsSold sold) {
    reply.text("sku", sold.sku(), ReplyCheck.LONGEST_ID);
    reply.text("product", sold.product(), ReplyCheck.LONGEST_NAME);
    reply.notNegative("units", sold.units());
  }

  private static void check(ReplyCheck reply, OrderLine line) {
    reply.text("sku", line.sku(), ReplyCheck.LONGEST_ID);
    reply.text("product", line.product(), ReplyCheck.LONGEST_NAME);
    reply.text("productGroup", line.productGroup(), ReplyCheck.LONGEST_ID);
    reply.text("serialNumber", line.serialNumber(), ReplyCheck.LONGEST_NUMBER);
    reply.money("price", line.price());
    reply.text("supplierId", line.supplierId(), ReplyCheck.LONGEST_ID);
    reply.optionalText("recall", line.recall(), ReplyCheck.LONGEST_ID);
    reply.present("exclusion", line.exclusion());
    reply.optionalText("bundle", line.bundle(), ReplyCheck.LONGEST_ID);
    reply.money("bundleDiscount", line.bundleDiscount());
  }
}
