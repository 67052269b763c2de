package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sees whether the refund may still wait: goods or proof of sending are not there; sets {@code
 * refundDue}.
 */
@Component("checkRefundDue")
class CheckRefundDueDelegate implements JavaDelegate {

  private final ProductReturns returns;

  CheckRefundDueDelegate(ProductReturns returns) {
    this.returns = returns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("refundDue", returns.refundDue(step.caseNumber()));
  }
}
