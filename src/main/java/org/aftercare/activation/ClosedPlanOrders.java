package org.aftercare.activation;

import org.aftercare.cases.CaseClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In the transaction that closes a case: its service may be ordered again. */
@Component
class ClosedPlanOrders {

  private final PlanOrders orders;

  ClosedPlanOrders(PlanOrders orders) {
    this.orders = orders;
  }

  @EventListener
  void on(CaseClosed closed) {
    orders.release(closed.caseNumber());
  }
}
