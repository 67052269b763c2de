package org.aftercare.fulfilment;

import java.util.Set;
import org.aftercare.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Notes that the work has ended. The part is built in if a technician said so, even when the item
 * was lost afterwards.
 */
@Component("noteWorkDone")
class NoteWorkDoneDelegate implements JavaDelegate {

  private static final Set<String> BUILT_IN = Set.of("REPAIRED", "FAILED");

  private final ItemRepair repair;

  NoteWorkDoneDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    boolean partUsed =
        step.text("repairResult").filter(BUILT_IN::contains).isPresent()
            || step.text("visitResult").filter(BUILT_IN::contains).isPresent();
    repair.workDone(step.caseNumber(), partUsed);
  }
}
