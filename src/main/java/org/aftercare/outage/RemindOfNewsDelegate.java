package org.aftercare.outage;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds operations that affected customers have heard nothing for a while. */
@Component("remindOfNews")
class RemindOfNewsDelegate implements JavaDelegate {

  private final AffectedCustomers affected;

  RemindOfNewsDelegate(AffectedCustomers affected) {
    this.affected = affected;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    affected.remind(step.caseNumber(), execution.getActivityInstanceId());
  }
}
