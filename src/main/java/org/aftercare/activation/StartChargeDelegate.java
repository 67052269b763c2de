package org.aftercare.activation;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has billing charge the service. */
@Component("startCharge")
@RemoteStep
class StartChargeDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  StartChargeDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    fulfilment.startCharge(step.key(), step.caseNumber());
  }
}
