package org.aftercare.returns;

import org.aftercare.engine.RemoteStep;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gathers signs of fraud, and what else the decisions after it want to know. */
@Component("weighFraudSigns")
@RemoteStep
class WeighFraudSignsDelegate implements JavaDelegate {

  private final ReturnGrading grading;

  WeighFraudSignsDelegate(ReturnGrading grading) {
    this.grading = grading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    FraudFacts facts = grading.weigh(step.caseNumber(), Inspections.of(step));
    step.weigh("serialMatches", facts.serialMatches());
    step.weigh("complete", facts.complete());
    step.weigh("weightDeviationPercent", facts.weightDeviationPercent());
    step.weigh("notReceivedBefore", facts.notReceivedBefore());
    step.weigh("orders6Months", facts.orders6Months());
    step.weigh("returnedPercent", facts.returnedPercent());
    step.weigh("informed", grading.informed(step.caseNumber()));
  }
}
