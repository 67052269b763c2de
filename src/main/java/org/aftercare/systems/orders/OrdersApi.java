package org.aftercare.systems.orders;

import org.aftercare.systems.Orders.Cancelled;
import org.aftercare.systems.Orders.Order;
import org.aftercare.systems.Orders.OrderCount;
import org.aftercare.systems.Orders.Replacement;
import org.aftercare.systems.Orders.ReplacementRequest;
import org.aftercare.systems.Orders.RestockRequest;
import org.aftercare.systems.Orders.Restocked;
import org.aftercare.systems.Orders.Sales;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/orders.yaml} in Java. */
interface OrdersApi {

  @GetExchange("/orders/{orderNumber}")
  Order order(@PathVariable String orderNumber);

  /** Days as ISO-8601; Spring would write a date as its reader's country does. */
  @GetExchange("/sales")
  Sales sales(@RequestParam String from, @RequestParam String until, @RequestParam int page);

  @GetExchange("/customers/{customerId}/order-count")
  OrderCount orderCount(@PathVariable String customerId, @RequestParam String since);

  @PostExchange("/restocks")
  Restocked restock(
      @RequestHeader("Idempotency-Key") String key, @RequestBody RestockRequest request);

  @GetExchange("/operations/{key}")
  Restocked restocked(@PathVariable String key);

  @PostExchange("/replacements")
  Replacement orderReplacement(
      @RequestHeader("Idempotency-Key") String key, @RequestBody ReplacementRequest request);

  @GetExchange("/operations/{key}")
  Replacement replacement(@PathVariable String key);

  @PostExchange("/replacements/{replacementId}/cancellation")
  Cancelled cancelReplacement(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String replacementId);

  @GetExchange("/operations/{key}")
  Cancelled cancelled(@PathVariable String key);
}
