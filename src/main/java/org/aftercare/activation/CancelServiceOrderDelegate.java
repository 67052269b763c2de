package org.aftercare.activation;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the order of the service back. */
@Component("cancelServiceOrder")
@RemoteStep
class CancelServiceOrderDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  CancelServiceOrderDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    fulfilment.cancelOrder(step.key(), step.caseNumber());
  }
}
