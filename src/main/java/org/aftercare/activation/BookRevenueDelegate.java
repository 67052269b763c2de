package org.aftercare.activation;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has accounting book the revenue of the service. */
@Component("bookRevenue")
@RemoteStep
class BookRevenueDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  BookRevenueDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    fulfilment.bookRevenue(step.key(), step.caseNumber());
  }
}
