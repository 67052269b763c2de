package org.aftercare.deferral;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives everything that decides to the decision that follows. */
@Component("weighRequest")
class WeighRequestDelegate implements JavaDelegate {

  private final PaymentDeferrals deferrals;

  WeighRequestDelegate(PaymentDeferrals deferrals) {
    this.deferrals = deferrals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Considerations of =
        deferrals.weigh(step.caseNumber()).afterHold(step.text("hold").orElse("NOT_TRIED"));
    step.weigh("requestedOn", of.requestedOn());
    step.weigh("status", of.status());
    step.weigh("circumstance", of.circumstance().name());
    step.weigh("disputed", of.disputed());
    step.weigh("inCollection", of.inCollection());
    step.weigh("business", of.business());
    step.weigh("daysToDue", of.daysToDue());
    step.weigh("deferredBefore", of.deferredBefore());
    step.weigh("deferrals", of.deferrals());
    step.weigh("instalmentsWanted", of.instalmentsWanted());
    step.weigh("daysWanted", of.daysWanted());
    step.weigh("overdueInvoices", of.overdueInvoices());
    step.weigh("lateOfLastTwo", of.lateOfLastTwo());
    step.weigh("currency", of.currency());
    step.weigh("balance", of.balance());
    step.weigh("cleanMonths", of.cleanMonths());
  }
}
