package org.aftercare.fulfilment;

import java.time.Instant;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the visit has been moved. */
@Component("moveAppointment")
class MoveAppointmentDelegate implements JavaDelegate {

  private final ItemRepair repair;

  MoveAppointmentDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    repair.moveVisit(
        step.caseNumber(),
        text(step, "appointmentId"),
        Instant.parse(text(step, "startsAt")),
        Instant.parse(text(step, "endsAt")));
  }

  private static String text(Step step, String variable) {
    return step.text(variable)
        .orElseThrow(() -> new IllegalStateException("A moved visit has a " + variable + "."));
  }
}
