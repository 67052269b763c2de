package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the instalments into force; sets {@code booking}. */
@Component("planInstalments")
@RemoteStep
class PlanInstalmentsDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  PlanInstalmentsDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    boolean booked = booking.planInstalments(step.key(), step.caseNumber());
    step.set("booking", booked ? "BOOKED" : "ALREADY_PAID");
  }
}
