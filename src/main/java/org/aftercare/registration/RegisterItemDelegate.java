package org.aftercare.registration;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Registers the item; sets {@code commercialGuarantee}: whether one is in force. */
@Component("registerItem")
class RegisterItemDelegate implements JavaDelegate {

  private final ProductRegistrations registrations;

  RegisterItemDelegate(ProductRegistrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    step.set("commercialGuarantee", registrations.register(step.caseNumber()));
  }
}
