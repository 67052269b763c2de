package org.aftercare.activation;

import org.aftercare.activation.PlanOrder.GivenUp;
import org.aftercare.engine.Step;
import org.aftercare.engine.StepSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Ends the carrying out of an order, for the reason that the element's extension property {@code
 * reason} names. A step that has stopped runs again: it need not succeed any more.
 */
@Component("giveUpOrder")
class GiveUpOrderDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;
  private final ActivationProcess process;

  GiveUpOrderDelegate(OrderFulfilment fulfilment, ActivationProcess process) {
    this.fulfilment = fulfilment;
    this.process = process;
  }

  @Override
  public void execute(DelegateExecution execution) {
    fulfilment.giveUp(
        Step.of(execution).caseNumber(),
        GivenUp.valueOf(StepSettings.of(execution).text("reason")));
    process.resumeStopped(execution.getProcessInstanceId());
  }
}
