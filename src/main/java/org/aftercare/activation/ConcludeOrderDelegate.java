package org.aftercare.activation;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets {@code outcome} and {@code failure}: how the parts of the order ended. */
@Component("concludeOrder")
class ConcludeOrderDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  ConcludeOrderDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    OrderFulfilment.Result result = fulfilment.result(step.caseNumber());
    step.set("outcome", result.outcome());
    step.set("failure", result.failure());
  }
}
