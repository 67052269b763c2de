package org.aftercare.activation;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the customer order the service again, since this order is refused. */
@Component("releaseService")
class ReleaseServiceDelegate implements JavaDelegate {

  private final PlanOrdering ordering;

  ReleaseServiceDelegate(PlanOrdering ordering) {
    this.ordering = ordering;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ordering.release(Step.of(execution).caseNumber());
  }
}
