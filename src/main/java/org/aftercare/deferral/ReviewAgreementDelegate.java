package org.aftercare.deferral;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks at the agreement once more before it is booked; sets {@code standing}. */
@Component("reviewAgreement")
@RemoteStep
class ReviewAgreementDelegate implements JavaDelegate {

  private final AgreementReview agreements;

  ReviewAgreementDelegate(AgreementReview agreements) {
    this.agreements = agreements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("standing", agreements.review(step.caseNumber()).name());
  }
}
