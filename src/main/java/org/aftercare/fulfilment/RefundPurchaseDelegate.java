package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pays the purchase back; sets {@code refund} and {@code refundNumber}. */
@Component("refundPurchase")
@RemoteStep
class RefundPurchaseDelegate implements JavaDelegate {

  private final ItemReplacement replacements;

  RefundPurchaseDelegate(ItemReplacement replacements) {
    this.replacements = replacements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("refundNumber", 0) + 1;
    step.set("refund", replacements.refund(step.key(attempt), step.caseNumber()).name());
    step.set("refundNumber", attempt);
  }
}
