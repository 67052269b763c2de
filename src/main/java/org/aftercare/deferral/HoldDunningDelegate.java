package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the dunning; sets {@code hold}, {@code directDebit} and {@code reminderPrinted}. */
@Component("holdDunning")
@RemoteStep
class HoldDunningDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  HoldDunningDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("holdNumber", 0) + 1;
    HoldAnswer answer = booking.hold(step.key(attempt), step.caseNumber());
    step.set("holdNumber", attempt);
    step.set("hold", answer.name());
    step.set("directDebit", booking.collectedByBank(step.caseNumber()));
    step.set("reminderPrinted", booking.reminderPrinted(step.caseNumber()));
  }
}
