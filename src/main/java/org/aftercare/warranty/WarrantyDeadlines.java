package org.aftercare.warranty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.UnknownCaseException;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ModelBean;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Deadlines that the model asks for by name. */
@Component("warrantyDeadlines")
@ModelBean
public class WarrantyDeadlines {

  private static final String ANSWER_PERIOD = "answer-period";

  /** Default: what was paid on the last day takes some days to arrive. */
  private static final int DAYS_OF_GRACE = 7;

  private static final Duration NEVER = Duration.ofDays(36_525);

  private final Claims claims;
  private final Commitments commitments;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final DecisionService decisions;

  WarrantyDeadlines(
      Claims claims,
      Commitments commitments,
      Cases cases,
      BusinessCalendar calendar,
      DecisionService decisions) {
    this.claims = claims;
    this.commitments = commitments;
    this.cases = cases;
    this.calendar = calendar;
    this.decisions = decisions;
  }

  /**
   * When the customer must have an answer, or silence accepts the claim: the end of the last day of
   * the period that the table {@code answer-period} gives for the country, counted from the day
   * after the claim. Where the table gives 0, silence accepts nothing and the instant lies beyond
   * every case's life. Calendar days: the Polish Consumer Rights Act, article 7a, counts 14 days
   * from receipt.
   */
  public Date answerDue(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    ServiceCase of = cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
    String country = claims.require(caseNumber).country();
    Integer days =
        decisions
            .evaluateDecisionTableByKey(ANSWER_PERIOD, Variables.putValue("country", country))
            .getSingleEntry();
    if (days == 0) {
      return Date.from(of.openedAt().plus(NEVER));
    }
    LocalDate last = calendar.dateIn(country, of.openedAt()).plusDays(days);
    return Date.from(endOf(country, last, of.openedAt().plus(days, ChronoUnit.DAYS)));
  }

  /** When the customer is reminded of the invoice of a repair: at the end of the day it is due. */
  public Date paymentDue(DelegateExecution execution) {
    return endOfDueDay(execution.getProcessBusinessKey(), 0);
  }

  /**
   * When the invoice of a repair counts as not paid: at the end of the seventh day after the day
   * that it is due.
   */
  public Date paymentOverdue(DelegateExecution execution) {
    return endOfDueDay(execution.getProcessBusinessKey(), DAYS_OF_GRACE);
  }

  private Date endOfDueDay(String caseNumber, int daysLater) {
    Commitment invoice =
        commitments
            .latest(caseNumber, Kind.INVOICE)
            .orElseThrow(
                () -> new IllegalStateException("Case " + caseNumber + " has no invoice."));
    LocalDate last = invoice.expectedOn().plusDays(daysLater);
    return Date.from(
        endOf(
            claims.require(caseNumber).country(),
            last,
            last.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /**
   * The first instant after a day in a country.
   *
   * @param near some instant on that day or beside it
   */
  private Instant endOf(String country, LocalDate day, Instant near) {
    Instant hour = near.truncatedTo(ChronoUnit.HOURS);
    while (calendar.dateIn(country, hour).isAfter(day)) {
      hour = hour.minus(1, ChronoUnit.HOURS);
    }
    // Every country that we serve lies whole hours from UTC.
    while (!calendar.dateIn(country, hour).isAfter(day)) {
      hour = hour.plus(1, ChronoUnit.HOURS);
    }
    return hour;
  }
}
