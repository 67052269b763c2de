package org.aftercare.deferral;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables.Receivable;

/**
 * What can be had for an invoice, and at what cost.
 *
 * @param decision what a request would lead to: {@code APPROVE}, {@code REFER}, {@code REFUSE},
 *     {@code DISPUTE} or {@code CLOSE}
 * @param finding why, a code of the table {@code deferral-finding}
 * @param earliest the earliest day that can be asked for; {@code null} if no day can
 * @param latest the latest day that is approved without a person; {@code null} if none is
 * @param latestByPerson the latest day that a person may grant; {@code null} if none may
 * @param instalmentsByPerson the most that a person may grant, 0 for none
 * @param fee what it costs
 * @param reminderFee what a reminder costs if it is not paid then
 */
record Eligibility(
    Receivable invoice,
    String decision,
    String finding,
    LocalDate earliest,
    LocalDate latest,
    LocalDate latestByPerson,
    int instalmentsByPerson,
    Money fee,
    BigDecimal interestPercent,
    Money reminderFee) {

  private static final String APPROVE = "APPROVE";
  private static final String REFER = "REFER";

  static Eligibility of(
      Receivable invoice, LocalDate today, DeferralTerms terms, String finding, String decision) {
    LocalDate base = invoice.dueDate().isBefore(today) ? today : invoice.dueDate();
    boolean bySelf = decision.equals(APPROVE);
    boolean byPerson = bySelf || decision.equals(REFER);
    return new Eligibility(
        invoice,
        decision,
        finding,
        byPerson ? base.plusDays(1) : null,
        bySelf ? base.plusDays(terms.daysBySelf(invoice.history().cleanMonths())) : null,
        byPerson ? base.plusDays(terms.limitDays()) : null,
        byPerson ? terms.maxInstalments() : 0,
        new Money(terms.fee(), terms.capCurrency()),
        terms.interestPercent(),
        new Money(terms.reminderFee(), terms.capCurrency()));
  }

  boolean eligible() {
    return earliest != null;
  }
}
