package org.aftercare.activation;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets {@code underWay}: whether the order is still wanted, and being done. */
@Component("seeHowOrderStands")
class SeeHowOrderStandsDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  SeeHowOrderStandsDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("underWay", fulfilment.isUnderWay(step.caseNumber()));
  }
}
