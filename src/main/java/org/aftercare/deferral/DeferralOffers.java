package org.aftercare.deferral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.systems.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what is granted: as the customer wishes, or what a person offers instead. */
@Service
class DeferralOffers {

  private final Deferrals deferrals;
  private final DeferralRules rules;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;

  DeferralOffers(
      Deferrals deferrals,
      DeferralRules rules,
      Cases cases,
      BusinessCalendar calendar,
      Clock clock) {
    this.deferrals = deferrals;
    this.rules = rules;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
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
    LocalDate today = calendar.dateIn(deferral.country(), clock.instant());
    int parts =
        switch (decided) {
          case "APPROVED" -> deferral.wish().instalments();
          case "SHORTER" -> 0;
          case "INSTALMENTS" -> instalments;
          default -> throw new IllegalArgumentException("'%s' grants nothing.".formatted(decided));
        };
    LocalDate day = decided.equals("APPROVED") ? deferral.wish().payOn() : payOn;
    Agreement agreement = agreement(deferral, parts, day, today);
    deferrals.change(deferral.with(agreement));
    return new Offer(
        deferral.requestedOn(),
        decided,
        wishedDays(deferral, today),
        agreement == null ? 0 : deferral.daysTo(agreement.last().dueOn()),
        agreement == null ? 0 : days(today, agreement.first().dueOn()),
        parts,
        agreement == null ? Agreement.Kind.DATE : agreement.kind());
  }

  /**
   * Leaves to the person, to whom a decision comes back, what of it was beyond the terms.
   *
   * @param check a code of the table {@code deferral-offer}
   */
  @Transactional
  void beyondTerms(String caseNumber, String check) {
    cases.record(caseNumber, "internal.deferral.beyond-terms", Map.of("offerCheck", check));
  }

  /** A day that has passed is a wish no more, so that another one may lie after it. */
  private static Integer wishedDays(PaymentDeferral deferral, LocalDate today) {
    LocalDate wished = deferral.wish().payOn();
    return wished == null || !wished.isAfter(today) ? null : deferral.wishedDays();
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  /** Instalments count from today where the day from which a deferral counts has passed. */
  private Agreement agreement(PaymentDeferral deferral, int parts, LocalDate day, LocalDate today) {
    Money balance = deferral.requireInvoice().balance();
    if (parts > 1) {
      int limit = rules.terms(deferral.country(), deferral.requestedOn()).limitDays();
      LocalDate from = deferral.base().isBefore(today) ? today : deferral.base();
      return Agreement.inParts(from, balance, parts, limit - days(deferral.base(), from));
    }
    return day == null ? null : Agreement.on(day, balance);
  }

  /**
   * As the decision table takes it.
   *
   * @param wishedDays {@code null} if the customer named no day, or one that has passed
   * @param offerDays from the due date to the last payment, 0 if no day was given
   * @param startsIn from today to the first payment, 0 if no day was given
   * @param instalments 0 for one payment
   */
  record Offer(
      LocalDate requestedOn,
      String decided,
      Integer wishedDays,
      int offerDays,
      int startsIn,
      int instalments,
      Agreement.Kind kind) {}
}
