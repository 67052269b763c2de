package org.aftercare.deferral;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aftercare.deferral.PaymentDeferral.Hold;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables.PaymentHistory;
import org.aftercare.systems.Receivables.Receivable;

/** Deferrals and invoices to test with. */
final class DeferralExamples {

  static final LocalDate REQUESTED = LocalDate.of(2026, 11, 25);
  static final LocalDate DUE = LocalDate.of(2026, 12, 10);
  static final Money BALANCE = new Money(new BigDecimal("1249.00"), "SEK");

  private DeferralExamples() {}

  static Receivable invoice() {
    return invoice("C-1001", Receivable.Status.OPEN, BALANCE, DUE, false);
  }

  static Receivable invoice(
      String customerId,
      Receivable.Status status,
      Money balance,
      LocalDate dueOn,
      boolean directDebit) {
    return new Receivable(
        "I-1",
        customerId,
        "SE",
        false,
        status,
        BALANCE,
        balance,
        dueOn,
        false,
        directDebit,
        0,
        false,
        false,
        false,
        new PaymentHistory(0, 0, 14, 0));
  }

  /** One whose invoice was read and whose dunning is held. */
  static PaymentDeferral deferral(String caseNumber, Wish wish) {
    return new PaymentDeferral(
        caseNumber,
        "C-1001",
        "SE",
        "I-1",
        REQUESTED,
        wish,
        invoice(),
        new Hold("H-1", 0, false, true),
        null,
        null);
  }

  static PaymentDeferral dueOn(PaymentDeferral of, LocalDate day) {
    return of.with(invoice("C-1001", Receivable.Status.OPEN, BALANCE, day, false));
  }
}
