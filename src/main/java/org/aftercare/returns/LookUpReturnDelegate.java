package org.aftercare.returns;

import java.util.Optional;
import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Looks the order up, by what a person has found if anything; sets {@code orderSearch}, and {@code
 * country} if it turns out to be another one.
 */
@Component("lookUpReturn")
@RemoteStep
class LookUpReturnDelegate implements JavaDelegate {

  private final ProductReturns returns;

  LookUpReturnDelegate(ProductReturns returns) {
    this.returns = returns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    boolean found =
        returns.lookUpOrder(
            step.caseNumber(),
            step.text("orderNumber").map(String::strip).filter(n -> !n.isEmpty()).orElse(null));
    step.set("orderSearch", found ? "FOUND" : "NOT_FOUND");
    returns
        .find(step.caseNumber())
        .map(ProductReturn::country)
        .filter(country -> !step.text("country").equals(Optional.of(country)))
        .ifPresent(country -> step.set("country", country));
  }
}
