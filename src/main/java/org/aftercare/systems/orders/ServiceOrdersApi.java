package org.aftercare.systems.orders;

import org.aftercare.systems.ServiceOrders.CancelledServiceOrder;
import org.aftercare.systems.ServiceOrders.ServiceOrder;
import org.aftercare.systems.ServiceOrders.ServiceOrderRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What {@code contracts/orders.yaml} says of services, in Java. */
interface ServiceOrdersApi {

  @PostExchange("/service-orders")
  ServiceOrder place(
      @RequestHeader("Idempotency-Key") String key, @RequestBody ServiceOrderRequest request);

  @GetExchange("/operations/{key}")
  ServiceOrder placed(@PathVariable String key);

  @PostExchange("/service-orders/{serviceOrderId}/cancellation")
  CancelledServiceOrder cancel(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String serviceOrderId);

  @GetExchange("/operations/{key}")
  CancelledServiceOrder cancelled(@PathVariable String key);
}
