package org.aftercare.outage;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins to tell everybody affected a piece of news; sets {@code round}, 0 for none. */
@Component("beginNews")
class BeginNewsDelegate implements JavaDelegate {

  private final AffectedCustomers affected;

  BeginNewsDelegate(AffectedCustomers affected) {
    this.affected = affected;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("round", affected.begin(step.caseNumber(), News.of(step)));
  }
}
