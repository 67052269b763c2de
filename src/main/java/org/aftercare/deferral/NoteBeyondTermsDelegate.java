package org.aftercare.deferral;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes why what a person wants to grant comes back, as {@code offerCheck} says. */
@Component("noteBeyondTerms")
class NoteBeyondTermsDelegate implements JavaDelegate {

  private final DeferralOffers offers;

  NoteBeyondTermsDelegate(DeferralOffers offers) {
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    offers.beyondTerms(step.caseNumber(), step.text("offerCheck").orElseThrow());
  }
}
