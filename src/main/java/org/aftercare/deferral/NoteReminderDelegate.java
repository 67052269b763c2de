package org.aftercare.deferral;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the customer has been reminded of the next payment. */
@Component("noteReminder")
class NoteReminderDelegate implements JavaDelegate {

  private final DeferralBooking booking;

  NoteReminderDelegate(DeferralBooking booking) {
    this.booking = booking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    booking.noteReminder(step.caseNumber());
  }
}
