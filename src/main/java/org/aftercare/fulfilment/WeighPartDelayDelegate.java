package org.aftercare.fulfilment;

import java.time.LocalDate;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives an announced delay to the decision whether that is soon enough. */
@Component("weighPartDelay")
class WeighPartDelayDelegate implements JavaDelegate {

  private final ItemRepair repair;

  WeighPartDelayDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    LocalDate expectedOn = step.text("expectedOn").map(LocalDate::parse).orElse(null);
    step.weigh("daysUntilPart", repair.weighDelay(step.caseNumber(), expectedOn));
  }
}
