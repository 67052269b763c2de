package org.aftercare.returns;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.aftercare.systems.Shipping.Mishap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Claims from the carrier what it has lost or damaged. */
@Component("fileCarrierClaim")
@RemoteStep
class FileCarrierClaimDelegate implements JavaDelegate {

  private final ReturnTransport transport;

  FileCarrierClaimDelegate(ReturnTransport transport) {
    this.transport = transport;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    transport.claim(
        step.key(),
        step.caseNumber(),
        step.text("mishap")
            .map(Mishap::valueOf)
            .orElseThrow(() -> new IllegalStateException("Nothing says what went wrong.")));
  }
}
