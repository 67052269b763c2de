package org.aftercare.activation;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has order handling deliver the service. */
@Component("placeServiceOrder")
@RemoteStep
class PlaceServiceOrderDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  PlaceServiceOrderDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    fulfilment.placeOrder(step.key(), step.caseNumber());
  }
}
