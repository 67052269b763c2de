package org.aftercare.cases;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A person takes the case over. */
@Component("beginHandOver")
class BeginHandOverDelegate implements JavaDelegate {

  private final HandOver handOver;

  BeginHandOverDelegate(HandOver handOver) {
    this.handOver = handOver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    handOver.begin(Step.of(execution).caseNumber());
  }
}
