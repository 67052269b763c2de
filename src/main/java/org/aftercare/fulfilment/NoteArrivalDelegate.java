package org.aftercare.fulfilment;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the item is in the workshop. */
@Component("noteArrival")
class NoteArrivalDelegate implements JavaDelegate {

  private final ItemTransport transport;

  NoteArrivalDelegate(ItemTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    transport.arrived(Step.of(execution).caseNumber());
  }
}
