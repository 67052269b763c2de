package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks the purchase up, by what a person has found if anything; sets {@code purchase}. */
@Component("lookUpPurchase")
@RemoteStep
class LookUpPurchaseDelegate implements JavaDelegate {

  private final WarrantyClaims claims;

  LookUpPurchaseDelegate(WarrantyClaims claims) {
    this.claims = claims;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set(
        "purchase",
        claims
            .lookUpPurchase(
                step.caseNumber(),
                step.text("orderNumber").map(String::strip).filter(n -> !n.isEmpty()).orElse(null),
                step.text("serialNumber").map(String::strip).filter(n -> !n.isEmpty()).orElse(null))
            .name());
  }
}
