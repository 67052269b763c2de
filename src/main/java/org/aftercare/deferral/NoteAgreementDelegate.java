package org.aftercare.deferral;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that all is granted as it was wished; sets {@code agreement}. */
@Component("noteAgreement")
class NoteAgreementDelegate implements JavaDelegate {

  private final DeferralOffers offers;

  NoteAgreementDelegate(DeferralOffers offers) {
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("agreement", offers.agreeAsWished(step.caseNumber()).name());
  }
}
