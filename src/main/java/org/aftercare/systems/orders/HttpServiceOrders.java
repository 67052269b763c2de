package org.aftercare.systems.orders;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.ServiceOrders;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Orders for services over HTTP. */
@Component
class HttpServiceOrders implements ServiceOrders {

  private static final Operation<ServiceOrder> PLACE =
      new Operation<>(
          "order service",
          Set.of("NOT_AVAILABLE"),
          (reply, order) ->
              reply.text("serviceOrderId", order.serviceOrderId(), ReplyCheck.LONGEST_ID));

  private static final Operation<CancelledServiceOrder> CANCEL =
      new Operation<>(
          "cancel service order",
          (reply, cancelled) ->
              reply.text("cancellationId", cancelled.cancellationId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final ServiceOrdersApi api;

  HttpServiceOrders(@Qualifier("ordersSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(ServiceOrdersApi.class);
  }

  @Override
  public ServiceOrder place(String key, ServiceOrderRequest request) {
    return system.change(PLACE, () -> api.place(key, request));
  }

  @Override
  public Optional<ServiceOrder> findPlaced(String key) {
    return system.read(PLACE, () -> api.placed(key));
  }

  @Override
  public CancelledServiceOrder cancel(String key, String serviceOrderId) {
    return system.change(CANCEL, () -> api.cancel(key, serviceOrderId));
  }

  @Override
  public Optional<CancelledServiceOrder> findCancelled(String key) {
    return system.read(CANCEL, () -> api.cancelled(key));
  }
}
