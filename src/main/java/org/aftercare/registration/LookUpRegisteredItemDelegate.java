package org.aftercare.registration;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks the item up, by what a person has found if anything; sets {@code finding}. */
@Component("lookUpRegisteredItem")
@RemoteStep
class LookUpRegisteredItemDelegate implements JavaDelegate {

  private final ProductRegistrations registrations;

  LookUpRegisteredItemDelegate(ProductRegistrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set(
        "finding",
        registrations
            .lookUpItem(
                step.caseNumber(),
                step.text("orderNumber").map(String::strip).filter(n -> !n.isEmpty()).orElse(null))
            .name());
  }
}
