package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.aftercare.warranty.WarrantyClaims.PurchaseSearch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks the customer up; sets {@code purchase} if there is no such customer. */
@Component("lookUpCustomer")
@RemoteStep
class LookUpCustomerDelegate implements JavaDelegate {

  private final WarrantyClaims claims;

  LookUpCustomerDelegate(WarrantyClaims claims) {
    this.claims = claims;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    if (!claims.lookUpCustomer(step.caseNumber())) {
      step.set("purchase", PurchaseSearch.CUSTOMER_UNKNOWN.name());
    }
  }
}
