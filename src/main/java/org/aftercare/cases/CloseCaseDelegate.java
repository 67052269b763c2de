package org.aftercare.cases;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with the variable {@code outcome}. */
@Component("closeCase")
class CloseCaseDelegate implements JavaDelegate {

  private final Cases cases;

  CloseCaseDelegate(Cases cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    cases.close(
        step.caseNumber(),
        step.text("outcome")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "A case closes with an outcome; set the variable 'outcome' before.")));
  }
}
