package org.aftercare.warranty;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.aftercare.warranty.ClaimCoverage.CoverageFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gathers what the coverage decision weighs. */
@Component("lookUpGuarantee")
@RemoteStep
class LookUpGuaranteeDelegate implements JavaDelegate {

  private final ClaimCoverage coverage;

  LookUpGuaranteeDelegate(ClaimCoverage coverage) {
    this.coverage = coverage;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    CoverageFacts facts = coverage.facts(step.caseNumber(), step.flag("misuseFound"));
    if (!step.text("country").equals(Optional.of(facts.country()))) {
      step.set("country", facts.country());
    }
    step.weigh("purchasedOn", facts.purchasedOn());
    step.weigh("monthsSinceDelivery", facts.monthsSinceDelivery());
    step.weigh("daysSinceNoticed", facts.daysSinceNoticed());
    step.weigh("meantToLast", facts.meantToLast());
    step.weigh("commercialGuarantee", facts.commercialGuarantee());
    step.weigh("misuse", facts.misuse());
    step.weigh("extendedMonths", facts.extendedMonths());
  }
}
