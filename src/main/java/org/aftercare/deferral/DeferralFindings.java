package org.aftercare.deferral;

import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Keeps why a request is decided as it is, for the people who then have it. */
@Component("deferralFindings")
@ModelBean
public class DeferralFindings {

  private final Deferrals deferrals;

  DeferralFindings(Deferrals deferrals) {
    this.deferrals = deferrals;
  }

  /** Notes the variable {@code finding} with the deferral. */
  public void note(DelegateExecution execution) {
    PaymentDeferral deferral = deferrals.require(execution.getProcessBusinessKey());
    deferrals.change(deferral.found((String) execution.getVariable("finding")));
  }
}
