package org.aftercare.deferral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.aftercare.cases.Cases;
import org.aftercare.deferral.Agreement.Part;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Deadlines that the model asks for by name. */
@Component("deferralDeadlines")
@ModelBean
public class DeferralDeadlines {

  private static final String REFERRAL = "referral";

  /** Default: a person decides within one business day. */
  private static final int BUSINESS_DAYS = 1;

  /** What is left to decide in when the invoice is due at once. */
  private static final Duration AT_LEAST = Duration.ofHours(2);

  /** Default. */
  private static final int REMINDER_DAYS = 3;

  /** Default: what is left after a dispute. */
  private static final int GRACE_DAYS = 7;

  private static final String GRACE_UNTIL = "graceUntil";

  private static final Duration NEVER = Duration.ofDays(36_525);

  private final Deferrals deferrals;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;

  DeferralDeadlines(Deferrals deferrals, Cases cases, BusinessCalendar calendar, Clock clock) {
    this.deferrals = deferrals;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Starts the case's deadline for a person's decision. */
  public void startReferral(DelegateExecution execution) {
    cases.startDeadline(
        execution.getProcessBusinessKey(), REFERRAL, decidedBy(execution.getProcessBusinessKey()));
  }

  /**
   * Starts the case's deadline for word from a person within a business day, unless it runs: where
   * billing does not answer, or a debt collector has the invoice.
   */
  public void startWord(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    if (running(caseNumber).isEmpty()) {
      cases.startDeadline(caseNumber, REFERRAL, inABusinessDay(caseNumber));
    }
  }

  /** When the customer must have word from a person. */
  public Date wordDue(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    return Date.from(running(caseNumber).orElseGet(() -> inABusinessDay(caseNumber)));
  }

  private Instant inABusinessDay(String caseNumber) {
    return calendar.plusBusinessDays(
        deferrals.require(caseNumber).country(), clock.instant(), BUSINESS_DAYS);
  }

  /**
   * When a person must have decided: when the deadline that {@link #startReferral} has started
   * says, also where a decision comes back because it was beyond the terms.
   */
  public Date referralDue(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    return Date.from(running(caseNumber).orElseGet(() -> decidedBy(caseNumber)));
  }

  private Optional<Instant> running(String caseNumber) {
    return cases.deadlines(caseNumber).stream()
        .filter(deadline -> deadline.name().equals(REFERRAL) && deadline.ended() == null)
        .map(Cases.Deadline::due)
        .findFirst();
  }

  /**
   * The end of the next business day, and always before the due date: at the end of the last
   * business day before it at the latest, unless that leaves less than two opening hours.
   */
  private Instant decidedBy(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    String country = deferral.country();
    Instant now = clock.instant();
    Instant due = inABusinessDay(caseNumber);
    Instant before = endOfBusinessDayBefore(country, deferral.requireInvoice().dueDate());
    Instant soonest = calendar.plusOpeningHours(country, now, AT_LEAST);
    Instant latest = before.isBefore(soonest) ? soonest : before;
    return latest.isBefore(due) ? latest : due;
  }

  private Instant endOfBusinessDayBefore(String country, LocalDate dueOn) {
    LocalDate day = dueOn.minusDays(1);
    while (!calendar.businessDayOnOrAfter(country, day).equals(day)) {
      day = day.minusDays(1);
    }
    // Noon is on the same day everywhere that we serve.
    Instant dayBefore = day.minusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return calendar.plusBusinessDays(country, dayBefore, 1);
  }

  /**
   * When the customer is reminded of the next payment: as the third day before it begins, at 9 in
   * the morning of UTC. Never, if there is none, or if the customer has been reminded, or if the
   * agreement is younger than that.
   */
  public Date reminderDue(DelegateExecution execution) {
    Instant now = clock.instant();
    return Date.from(
        next(execution)
            .filter(part -> !part.reminded())
            .map(part -> part.dueOn().minusDays(REMINDER_DAYS))
            .map(day -> day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC))
            .filter(now::isBefore)
            .orElse(now.plus(NEVER)));
  }

  /**
   * When the next payment has not come: at the end of the business day after the day that it was
   * due, or until which a dispute has given time, since what was paid on that day takes a day to
   * arrive.
   */
  public Date paymentOverdue(DelegateExecution execution) {
    PaymentDeferral deferral = deferrals.require(execution.getProcessBusinessKey());
    return Date.from(
        next(execution)
            .map(
                part ->
                    calendar.businessDayOnOrAfter(
                        deferral.country(), notBeforeGrace(execution, part.dueOn()).plusDays(1)))
            .map(day -> endOf(deferral.country(), day))
            .orElseGet(() -> clock.instant().plus(NEVER)));
  }

  /**
   * A dispute took its time, which is not held against the customer: what was due meanwhile, or is
   * within a week, may be paid until a week from today. That is the day that everybody is then told
   * and reminded of. Sets {@code graceUntil}.
   */
  public void startGrace(DelegateExecution execution) {
    PaymentDeferral deferral = deferrals.require(execution.getProcessBusinessKey());
    LocalDate until = calendar.dateIn(deferral.country(), clock.instant()).plusDays(GRACE_DAYS);
    if (deferral.agreement() != null && deferral.invoice() != null) {
      deferrals.change(
          deferral.with(deferral.agreement().notBefore(until, deferral.invoice().balance())));
    }
    execution.setVariable(GRACE_UNTIL, until.toString());
  }

  /**
   * When the time to pay after a dispute has passed: a week from today, and the business day that
   * what is paid on its last day takes to arrive.
   */
  public Date graceOver(DelegateExecution execution) {
    String country = deferrals.require(execution.getProcessBusinessKey()).country();
    LocalDate until = calendar.dateIn(country, clock.instant()).plusDays(GRACE_DAYS);
    return Date.from(endOf(country, calendar.businessDayOnOrAfter(country, until.plusDays(1))));
  }

  private static LocalDate notBeforeGrace(DelegateExecution execution, LocalDate day) {
    return Optional.ofNullable((String) execution.getVariable(GRACE_UNTIL))
        .map(LocalDate::parse)
        .filter(day::isBefore)
        .orElse(day);
  }

  private Optional<Part> next(DelegateExecution execution) {
    PaymentDeferral deferral = deferrals.require(execution.getProcessBusinessKey());
    return deferral.requireAgreement().next(deferral.requireInvoice().balance());
  }

  /**
   * The first instant after a day in a country; every one that we serve lies whole hours from UTC.
   */
  private Instant endOf(String country, LocalDate day) {
    Instant hour =
        day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    while (!calendar.dateIn(country, hour).isAfter(day)) {
      hour = hour.plus(1, ChronoUnit.HOURS);
    }
    return hour;
  }
}
