package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ProductReturn.Proof;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what proves that the goods were sent. */
@Component("noteSending")
class NoteSendingDelegate implements JavaDelegate {

  private final ReturnTransport transport;

  NoteSendingDelegate(ReturnTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    transport.noteSending(
        step.caseNumber(),
        step.text("sending")
            .map(Proof::valueOf)
            .orElseThrow(() -> new IllegalStateException("Nothing says how the goods were sent.")));
  }
}
