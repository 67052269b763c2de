package org.aftercare.cases;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the case that the customer took back. */
@Component("cancelCase")
class CancelCaseDelegate implements JavaDelegate {

  private final Cases cases;

  CancelCaseDelegate(Cases cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cases.cancel(Step.of(execution).caseNumber());
  }
}
