package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ProductReturns.Checked;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees what stands against going on; sets {@code duplicate} and what the right depends on. */
@Component("checkReturn")
class CheckReturnDelegate implements JavaDelegate {

  private final ProductReturns returns;

  CheckReturnDelegate(ProductReturns returns) {
    this.returns = returns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Checked checked = returns.check(step.caseNumber());
    step.set("duplicate", checked.duplicate());
    step.weigh("noticeOn", checked.noticeOn());
    step.weigh("channel", checked.channel());
    step.weigh("exclusion", checked.exclusion());
    step.weigh("inTime", checked.inTime());
    step.weigh("defective", checked.defective());
  }
}
