package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ProductReturn.Right;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A person takes the goods back although nothing obliges us; sets {@code right}. */
@Component("grantReturn")
class GrantReturnDelegate implements JavaDelegate {

  private final ProductReturns returns;

  GrantReturnDelegate(ProductReturns returns) {
    this.returns = returns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    returns.grant(step.caseNumber(), Right.VOLUNTARY);
    step.set("right", Right.VOLUNTARY.name());
  }
}
