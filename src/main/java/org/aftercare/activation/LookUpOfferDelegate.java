package org.aftercare.activation;

import org.aftercare.activation.PlanOrdering.OrderFacts;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gathers what the decision on an order weighs. */
@Component("lookUpOffer")
@RemoteStep
class LookUpOfferDelegate implements JavaDelegate {

  private static final String NOTHING = "NONE";

  private final PlanOrdering ordering;

  LookUpOfferDelegate(PlanOrdering ordering) {
    this.ordering = ordering;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    OrderFacts facts = ordering.facts(step.caseNumber());
    step.weigh("kind", facts.kind().name());
    step.weigh("planSold", facts.planSold());
    step.weigh("serviceActive", facts.serviceActive());
    step.weigh("alreadyOrdered", facts.alreadyOrdered());
    step.weigh("subscriptionRuns", facts.subscriptionRuns());
    step.weigh("sameService", facts.sameService());
    step.weigh("rankDifference", facts.rankDifference());
    step.weigh("blocked", facts.blocked());
    keepOverruled(step);
  }

  /**
   * What a person has just overruled adds to what one has overruled before: a block and any other
   * reason are looked at apart.
   */
  private static void keepOverruled(Step step) {
    String overruled = step.text("overruled").orElse(NOTHING);
    boolean block = overruled.equals("REFERRED");
    step.set("blockOverruled", block || step.flag("blockOverruled"));
    step.set("reasonOverruled", block ? step.text("reasonOverruled").orElse(NOTHING) : overruled);
  }
}
