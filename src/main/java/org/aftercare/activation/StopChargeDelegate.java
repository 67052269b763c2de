package org.aftercare.activation;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has billing stop charging the service. */
@Component("stopCharge")
@RemoteStep
class StopChargeDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  StopChargeDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    fulfilment.stopCharge(step.key(), step.caseNumber());
  }
}
