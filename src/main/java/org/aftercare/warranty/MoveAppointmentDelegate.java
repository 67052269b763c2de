package org.aftercare.warranty;

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
    repair.moveVisit(step.caseNumber(), instant(step, "startsAt"), instant(step, "endsAt"));
  }

  private static Instant instant(Step step, String variable) {
    return step.text(variable)
        .map(Instant::parse)
        .orElseThrow(() -> new IllegalStateException("A moved visit has a " + variable + "."));
  }
}
