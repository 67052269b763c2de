package org.aftercare.cases;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The person is done: the case goes back, or {@code handOver} says that it is closed. */
@Component("endHandOver")
class EndHandOverDelegate implements JavaDelegate {

  private final HandOver handOver;

  EndHandOverDelegate(HandOver handOver) {
    this.handOver = handOver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    if (step.text("handOver").orElse("HANDED_BACK").equals("CLOSED_BY_PERSON")) {
      handOver.close(step.caseNumber(), execution.getProcessInstanceId());
    } else {
      handOver.giveBack(step.caseNumber());
    }
  }
}
