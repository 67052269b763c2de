package org.aftercare.activation;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets {@code lastEffect}: what is to be taken back next, {@code NOTHING} if all is. */
@Component("findLastEffect")
class FindLastEffectDelegate implements JavaDelegate {

  private final OrderFulfilment fulfilment;

  FindLastEffectDelegate(OrderFulfilment fulfilment) {
    this.fulfilment = fulfilment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set(
        "lastEffect", fulfilment.lastEffect(step.caseNumber()).map(Enum::name).orElse("NOTHING"));
  }
}
