package org.aftercare.outage;

import org.aftercare.engine.PortionStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the next affected customers the {@code news}; sets {@code moreToTell}. */
@Component("tellAffected")
@PortionStep
class TellAffectedDelegate implements JavaDelegate {

  private final AffectedCustomers affected;

  TellAffectedDelegate(AffectedCustomers affected) {
    this.affected = affected;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set(
        "moreToTell", affected.tellNext(step.caseNumber(), News.of(step), step.number("round", 0)));
  }
}
