package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ProductReturn.Proof;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Notes what proves that the goods were sent; sets {@code refundDue}: whether the refund is to be
 * hurried.
 */
@Component("noteSending")
class NoteSendingDelegate implements JavaDelegate {

  private final ReturnTransport transport;

  NoteSendingDelegate(ReturnTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Proof proof =
        step.text("sending")
            .map(Proof::valueOf)
            .orElseThrow(() -> new IllegalStateException("Nothing says how the goods were sent."));
    step.set("refundDue", transport.noteSending(step.caseNumber(), proof));
  }
}
