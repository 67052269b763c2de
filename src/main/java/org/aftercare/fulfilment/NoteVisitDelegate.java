package org.aftercare.fulfilment;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.aftercare.engine.Step;
import org.aftercare.fulfilment.ItemRepair.Visit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the visit that repair planning has agreed on with the customer. */
@Component("noteVisit")
class NoteVisitDelegate implements JavaDelegate {

  private final ItemRepair repair;

  NoteVisitDelegate(ItemRepair repair) {
    this.repair = repair;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = Step.of(execution);
    Instant startsAt = OffsetDateTime.parse(text(step, "startsAt")).toInstant();
    Duration length = length(text(step, "visitHours"));
    repair.noteVisit(
        step.caseNumber(), new Visit(text(step, "appointmentId"), startsAt, startsAt.plus(length)));
  }

  /** The form's codes: a form can hold a text for a gateway, not a number. */
  private static Duration length(String code) {
    return switch (code) {
      case "H1" -> Duration.ofHours(1);
      case "H2" -> Duration.ofHours(2);
      case "H4" -> Duration.ofHours(4);
      default -> throw new IllegalArgumentException("No visit takes " + code + ".");
    };
  }

  private static String text(Step step, String variable) {
    return step.text(variable)
        .orElseThrow(() -> new IllegalArgumentException("An agreed visit has a " + variable + "."));
  }
}
