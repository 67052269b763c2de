package org.aftercare.deferral;

import java.time.LocalDate;
import org.aftercare.systems.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what is granted: as the customer wishes, or what a person offers instead. */
@Service
class DeferralOffers {

  private final Deferrals deferrals;
  private final DeferralRules rules;

  DeferralOffers(Deferrals deferrals, DeferralRules rules) {
    this.deferrals = deferrals;
    this.rules = rules;
  }

  /** Notes that all is granted as it was wished. */
  @Transactional
  Agreement.Kind agreeAsWished(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Agreement agreement =
        Agreement.on(deferral.wish().payOn(), deferral.requireInvoice().balance());
    deferrals.change(deferral.with(agreement));
    return agreement.kind();
  }

  /**
   * Notes what a person grants or offers, for the table {@code deferral-offer} to check.
   *
   * @param decided {@code APPROVED}, {@code SHORTER} or {@code INSTALMENTS}
   * @param payOn the day that is offered, for {@code SHORTER}
   * @param instalments how many are offered, for {@code INSTALMENTS}
   */
  @Transactional
  Offer offer(String caseNumber, String decided, LocalDate payOn, int instalments) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    int parts =
        switch (decided) {
          case "APPROVED" -> deferral.wish().instalments();
          case "SHORTER" -> 0;
          case "INSTALMENTS" -> instalments;
          default -> throw new IllegalArgumentException("'%s' grants nothing.".formatted(decided));
        };
    LocalDate day = decided.equals("APPROVED") ? deferral.wish().payOn() : payOn;
    Agreement agreement = agreement(deferral, parts, day);
    deferrals.change(deferral.with(agreement));
    return new Offer(
        deferral.requestedOn(),
        decided,
        deferral.wishedDays(),
        agreement == null ? 0 : deferral.daysTo(agreement.last().dueOn()),
        parts,
        agreement == null ? Agreement.Kind.DATE : agreement.kind());
  }

  private Agreement agreement(PaymentDeferral deferral, int parts, LocalDate day) {
    Money balance = deferral.requireInvoice().balance();
    if (parts > 1) {
      int limit = rules.terms(deferral.country(), deferral.requestedOn()).limitDays();
      return Agreement.inParts(deferral.base(), balance, parts, limit);
    }
    return day == null ? null : Agreement.on(day, balance);
  }

  /**
   * As the decision table takes it.
   *
   * @param wishedDays {@code null} if the customer named no day
   * @param offerDays from the due date to the last payment, 0 if no day was given
   * @param instalments 0 for one payment
   */
  record Offer(
      LocalDate requestedOn,
      String decided,
      Integer wishedDays,
      int offerDays,
      int instalments,
      Agreement.Kind kind) {}
}
