package org.aftercare.fulfilment;

import java.util.Set;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Checks whether the customer gets a loaner; sets {@code loanerNeeded}. Whoever is helped out of
 * goodwill, or pays, is owed none.
 */
@Component("checkLoaner")
class CheckLoanerDelegate implements JavaDelegate {

  /** The values of {@code coverage} under which somebody answers for the fault. */
  private static final Set<String> OWED = Set.of("COVERED", "GUARANTEE");

  private final ItemRepair repair;

  CheckLoanerDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    boolean owed = step.text("coverage").filter(OWED::contains).isPresent();
    step.set("loanerNeeded", owed && repair.loanerHelps(step.caseNumber()));
  }
}
