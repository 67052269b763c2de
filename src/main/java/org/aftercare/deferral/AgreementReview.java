package org.aftercare.deferral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.Receivables.Receivable;
import org.aftercare.systems.SystemUnavailableException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at an agreement once more before billing is to have it: days may have passed since, and
 * parts may have been paid.
 */
@Service
class AgreementReview {

  private final Deferrals deferrals;
  private final Receivables receivables;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;

  AgreementReview(
      Deferrals deferrals,
      Receivables receivables,
      Cases cases,
      BusinessCalendar calendar,
      Clock clock) {
    this.deferrals = deferrals;
    this.receivables = receivables;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Reads the invoice and lets the agreement be about what is left of it.
   *
   * @throws SystemUnavailableException if billing does not answer, or knows the invoice no more
   */
  @Transactional
  Standing review(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Agreement agreement = deferral.requireAgreement();
    Receivable now =
        receivables
            .receivable(deferral.invoiceNumber())
            .orElseThrow(
                () ->
                    new SystemUnavailableException(
                        "billing", "does not know the invoice of an agreement", null));
    boolean open = now.status() == Receivable.Status.OPEN && now.balance().amount().signum() > 0;
    deferrals.change(deferral.with(now).with(open ? agreement.over(now.balance()) : agreement));
    if (!open) {
      return Standing.PAID;
    }
    LocalDate today = calendar.dateIn(deferral.country(), clock.instant());
    if (agreement.first().dueOn().isAfter(today)) {
      return Standing.STANDS;
    }
    cases.record(caseNumber, "internal.deferral.day-passed", Map.of());
    return Standing.PASSED;
  }

  /** What has become of an agreement. */
  enum Standing {
    STANDS,
    /** Nothing is left to be paid, or the invoice was cancelled. */
    PAID,
    /** Its day, or that of its first instalment, is not ahead any more. */
    PASSED
  }
}
