package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads what is left to be paid; sets {@code payment}. */
@Component("readBalance")
@RemoteStep
class ReadBalanceDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  ReadBalanceDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("payment", booking.readBalance(step.caseNumber(), step.flag("overdue")).name());
  }
}
