package org.aftercare.registration;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
                found(step, "orderNumber").orElse(null),
                found(step, "purchasedOn").flatMap(LookUpRegisteredItemDelegate::day).orElse(null))
            .name());
  }

  private static Optional<String> found(Step step, String name) {
    return step.text(name).map(String::strip).filter(entered -> !entered.isEmpty());
  }

  /** What is no day is asked for again, as if nothing had been entered. */
  private static Optional<LocalDate> day(String entered) {
    try {
      return Optional.of(LocalDate.parse(entered));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
