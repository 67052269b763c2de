package org.aftercare.activation;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has accounting reverse the revenue of the service. */
@Component("reverseRevenue")
@RemoteStep
class ReverseRevenueDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  ReverseRevenueDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    fulfilment.reverseRevenue(step.key(), step.caseNumber());
  }
}
