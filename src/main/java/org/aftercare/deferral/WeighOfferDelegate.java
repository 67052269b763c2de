package org.aftercare.deferral;

import java.time.LocalDate;
import org.aftercare.deferral.DeferralOffers.Offer;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives what a person grants to the decision that follows; sets {@code agreement}. */
@Component("weighOffer")
class WeighOfferDelegate implements JavaDelegate {

  private final DeferralOffers offers;

  WeighOfferDelegate(DeferralOffers offers) {
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Offer offer =
        offers.offer(
            step.caseNumber(),
            step.text("referral").orElse("REFUSED"),
            step.text("offerOn").map(LocalDate::parse).orElse(null),
            number(step.text("offerInstalments").orElse("NONE")));
    step.weigh("requestedOn", offer.requestedOn());
    step.weigh("offer", offer.decided());
    step.weigh("wishedDays", offer.wishedDays());
    step.weigh("offerDays", offer.offerDays());
    step.weigh("startsIn", offer.startsIn());
    step.weigh("instalmentsOffered", offer.instalments());
    step.set("agreement", offer.kind().name());
  }

  /** The form's codes: a form can hold a text for a gateway, not a number. */
  private static int number(String code) {
    return switch (code) {
      case "TWO" -> 2;
      case "THREE" -> 3;
      case "NONE" -> 0;
      default -> throw new IllegalArgumentException("'%s' is no number of ours.".formatted(code));
    };
  }
}
