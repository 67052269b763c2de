package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the hold as if it had never been. */
@Component("releaseDunning")
@RemoteStep
class ReleaseDunningDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  ReleaseDunningDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    booking.release(step.key(), step.caseNumber());
  }
}
