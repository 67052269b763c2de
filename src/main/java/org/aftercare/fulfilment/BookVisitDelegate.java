package org.aftercare.fulfilment;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books the next visit; sets {@code visit}, {@code visitNumber} and {@code appointmentId}. */
@Component("bookVisit")
@RemoteStep
class BookVisitDelegate implements JavaDelegate {

  private final ItemRepair repair;

  BookVisitDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("visitNumber", 0) + 1;
    Optional<String> booked = repair.bookVisit(step.key(attempt), step.caseNumber());
    step.set("visit", booked.isPresent() ? "BOOKED" : "NO_SLOT");
    booked.ifPresent(appointmentId -> step.set("appointmentId", appointmentId));
    step.set("visitNumber", attempt);
  }
}
