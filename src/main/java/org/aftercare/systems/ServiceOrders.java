package org.aftercare.systems;

import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** Orders for services: what the company delivers to a customer from a day on. */
@DataSource(
    name = "Service orders",
    system = "Orders",
    owner = StaffGroup.FRONT_OFFICE,
    kept = DataSource.BY_ITS_SYSTEM)
public interface ServiceOrders {

  /**
   * Orders a service for a customer.
   *
   * @throws SystemRefusalException {@code NOT_AVAILABLE}: the service cannot be delivered
   */
  ServiceOrder place(String key, ServiceOrderRequest request);

  Optional<ServiceOrder> findPlaced(String key);

  /** Takes an order back: nothing is delivered, and what it replaced goes on. */
  CancelledServiceOrder cancel(String key, String serviceOrderId);

  Optional<CancelledServiceOrder> findCancelled(String key);

  /**
   * @param startsOn the first day of the service
   * @param replaces the subscription that ends as this service starts, or {@code null}
   */
  record ServiceOrderRequest(
      String caseNumber, String customerId, String planCode, LocalDate startsOn, String replaces) {}

  record ServiceOrder(String serviceOrderId) {}

  record CancelledServiceOrder(String cancellationId) {}
}
