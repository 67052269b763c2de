package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets dunning go on with the step at which it was held. */
@Component("resumeDunning")
@RemoteStep
class ResumeDunningDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  ResumeDunningDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    booking.resume(step.key(), step.caseNumber());
  }
}
