package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.aftercare.fulfilment.ItemRepair.PartReserved;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Reserves or orders the part; sets {@code reservationId} and gives the wait to the decision
 * whether that is soon enough.
 */
@Component("reservePart")
@RemoteStep
class ReservePartDelegate implements JavaDelegate {

  private final ItemRepair repair;

  ReservePartDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    PartReserved part = repair.reservePart(step.key(), step.caseNumber());
    step.set("reservationId", part.reservationId());
    step.weigh("daysUntilPart", part.days());
  }
}
