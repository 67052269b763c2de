package org.aftercare.fulfilment;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders the next replacement; sets {@code replacement} and {@code deliveryNumber}. */
@Component("orderReplacement")
@RemoteStep
class OrderReplacementDelegate implements JavaDelegate {

  private final ItemReplacement replacements;

  OrderReplacementDelegate(ItemReplacement replacements) {
    this.replacements = replacements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    int attempt = step.number("deliveryNumber", 0) + 1;
    boolean ordered = replacements.order(step.key(attempt), step.caseNumber());
    step.set("replacement", ordered ? "ORDERED" : "SOLD_OUT");
    step.set("deliveryNumber", attempt);
  }
}
