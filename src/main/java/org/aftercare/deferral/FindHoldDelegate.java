package org.aftercare.deferral;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds whether a hold stands as far as billing has told us; sets {@code holdStands}. */
@Component("findHold")
class FindHoldDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  FindHoldDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("holdStands", booking.holds(step.caseNumber()));
  }
}
