package org.aftercare.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A remote step as the flows make it. */
class PartnerStep implements JavaDelegate {

  private final RemoteCalls calls;
  private final Partner partner;

  PartnerStep(RemoteCalls calls, Partner partner) {
    this.calls = calls;
    this.partner = partner;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StepKey step =
        new StepKey(execution.getProcessInstanceId(), execution.getCurrentActivityId(), 1);
    Partner.Reservation made =
        calls.once(step, Partner.Reservation.class, partner::reserve, partner::find);
    execution.setVariable("reservationId", made.id());
  }
}
