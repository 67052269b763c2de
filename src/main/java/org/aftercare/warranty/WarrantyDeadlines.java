package org.aftercare.warranty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.UnknownCaseException;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Deadlines that the model asks for by name. */
@Component("warrantyDeadlines")
@ModelBean
public class WarrantyDeadlines {

  private static final String ANSWER_PERIOD = "answer-period";

  private final Claims claims;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final DecisionService decisions;

  WarrantyDeadlines(
      Claims claims, Cases cases, BusinessCalendar calendar, DecisionService decisions) {
    this.claims = claims;
    this.cases = cases;
    this.calendar = calendar;
    this.decisions = decisions;
  }

  /**
   * When the customer must have an answer, or silence accepts the claim: the end of the last day of
   * the period that the table {@code answer-period} gives for the country, counted from the day
   * after the claim. Calendar days: the Polish Consumer Rights Act, article 7a, counts 14 days from
   * receipt.
   */
  public Date answerDue(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    ServiceCase of = cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
    String country = claims.require(caseNumber).country();
    Integer days =
        decisions
            .evaluateDecisionTableByKey(ANSWER_PERIOD, Variables.putValue("country", country))
            .getSingleEntry();
    LocalDate last = calendar.dateIn(country, of.openedAt()).plusDays(days);
    return Date.from(endOf(country, last, of.openedAt().plus(days, ChronoUnit.DAYS)));
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
