package org.aftercare.fulfilment;

import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that a person has paid the purchase back another way. */
@Component("notePayment")
class NotePaymentDelegate implements JavaDelegate {

  private final ItemReplacement replacements;

  NotePaymentDelegate(ItemReplacement replacements) {
    this.replacements = replacements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    replacements.notePaidOtherwise(Step.of(execution).caseNumber());
  }
}
