package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the invoice its new due date; sets {@code booking}. */
@Component("changeDueDate")
@RemoteStep
class ChangeDueDateDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  ChangeDueDateDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    boolean booked = booking.changeDueDate(step.key(), step.caseNumber());
    step.set("booking", booked ? "BOOKED" : "ALREADY_PAID");
  }
}
