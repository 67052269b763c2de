package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads the invoice; sets {@code invoice}. */
@Component("readInvoice")
@RemoteStep
class ReadInvoiceDelegate implements JavaDelegate {

  private final PaymentDeferrals deferrals;

  ReadInvoiceDelegate(PaymentDeferrals deferrals) {
    this.deferrals = deferrals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("invoice", deferrals.read(step.caseNumber()).name());
  }
}
