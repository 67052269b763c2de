package org.aftercare.warranty;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees what stands against going on; sets {@code finding}. */
@Component("checkClaim")
class CheckClaimDelegate implements JavaDelegate {

  private final WarrantyClaims claims;

  CheckClaimDelegate(WarrantyClaims claims) {
    this.claims = claims;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set(
        "finding",
        claims
            .check(
                step.caseNumber(),
                step.text("serialCheck").filter("GENUINE"::equals).isPresent(),
                step.text("safety").filter("NO_DEFECT"::equals).isPresent())
            .name());
  }
}
