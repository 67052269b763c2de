package org.aftercare.returns;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes what is back into the stock again. */
@Component("restock")
@RemoteStep
class RestockDelegate implements JavaDelegate {

  private final ReturnTransport transport;

  RestockDelegate(ReturnTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    transport.restock(step.key(), step.caseNumber());
  }
}
