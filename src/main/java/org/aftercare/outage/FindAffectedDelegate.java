package org.aftercare.outage;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the next affected customers; sets {@code moreToFind} and {@code affected}. */
@Component("findAffected")
@RemoteStep
class FindAffectedDelegate implements JavaDelegate {

  private final AffectedCustomers affected;

  FindAffectedDelegate(AffectedCustomers affected) {
    this.affected = affected;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    AffectedCustomers.Found found = affected.findNext(step.caseNumber());
    step.set("moreToFind", found.more());
    step.set("affected", found.affected());
  }
}
