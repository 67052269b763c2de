package org.aftercare.warranty;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Asks what the repair takes; sets {@code home}, {@code repairPossible} and {@code
 * replacementPossible}, and gives the rest to the remedy decision.
 */
@Component("estimateRepair")
@RemoteStep
class EstimateRepairDelegate implements JavaDelegate {

  private final ClaimRemedy remedy;

  EstimateRepairDelegate(ClaimRemedy remedy) {
    this.remedy = remedy;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    RemedyFacts facts = remedy.estimate(step.caseNumber());
    step.set("home", facts.home());
    step.weigh("repairable", facts.repairable());
    step.weigh("costPercent", facts.costPercent());
    step.weigh("leadTimeDays", facts.leadTimeDays());
    step.weigh("customerWish", facts.customerWish().name());
    // Of a recalled item there is no safe replacement: the same product is as dangerous.
    boolean soldOut = facts.soldOut() || step.flag("recalled");
    step.weigh("soldOut", soldOut);
    // What a person who chooses another remedy is offered.
    boolean ruledOut =
        step.flag("repairRuledOut") || step.flag("itemLost") || step.flag("recalled");
    step.set("repairPossible", facts.repairable() && !ruledOut);
    step.set("replacementPossible", !soldOut);
  }
}
