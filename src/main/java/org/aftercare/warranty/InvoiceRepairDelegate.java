package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invoices a repair that the customer pays for; sets {@code invoiceNumber}. */
@Component("invoiceRepair")
@RemoteStep
class InvoiceRepairDelegate implements JavaDelegate {

  private final ClaimRemedy remedy;

  InvoiceRepairDelegate(ClaimRemedy remedy) {
    this.remedy = remedy;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("invoiceNumber", remedy.invoice(step.key(), step.caseNumber()));
  }
}
