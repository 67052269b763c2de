package org.aftercare.warranty;

import org.aftercare.engine.Step;
import org.aftercare.systems.Money;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives what the remedy costs to the decision who approves it. */
@Component("priceRemedy")
class PriceRemedyDelegate implements JavaDelegate {

  private final ClaimRemedy remedy;

  PriceRemedyDelegate(ClaimRemedy remedy) {
    this.remedy = remedy;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Money price = remedy.price(step.caseNumber(), step.text("remedy").orElse("NONE"));
    step.weigh("amount", price.amount().doubleValue());
    step.weigh("currency", price.currency());
  }
}
