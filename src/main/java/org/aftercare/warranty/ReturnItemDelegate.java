package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the repaired item back. */
@Component("returnItem")
@RemoteStep
class ReturnItemDelegate implements JavaDelegate {

  private final ItemTransport transport;

  ReturnItemDelegate(ItemTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    transport.returnItem(step.key(), step.caseNumber());
  }
}
