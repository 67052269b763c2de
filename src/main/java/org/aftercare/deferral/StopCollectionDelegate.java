package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stops the direct debit; sets {@code collection}. */
@Component("stopCollection")
@RemoteStep
class StopCollectionDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  StopCollectionDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    boolean stopped = booking.stopCollection(step.key(), step.caseNumber());
    step.set("collection", stopped ? "STOPPED" : "SENT");
  }
}
