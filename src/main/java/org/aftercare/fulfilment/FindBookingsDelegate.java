package org.aftercare.fulfilment;

import org.aftercare.engine.Step;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds what other systems still hold for the case. */
@Component("findBookings")
class FindBookingsDelegate implements JavaDelegate {

  private final ItemUnwinding unwinding;

  FindBookingsDelegate(ItemUnwinding unwinding) {
    this.unwinding = unwinding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Bookings bookings = unwinding.find(step.caseNumber());
    step.set("partReserved", bookings.part());
    step.set("visitBooked", bookings.visit());
    step.set("shipmentBooked", bookings.shipment());
    step.set("replacementOrdered", bookings.replacement());
    step.set("goodsOut", bookings.goods());
    step.set("invoiced", bookings.invoice());
    step.set("anythingBooked", bookings.goesToCustomer());
  }
}
