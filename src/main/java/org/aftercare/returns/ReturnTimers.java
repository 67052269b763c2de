package org.aftercare.returns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Deadlines that the model asks for by name. */
@Component("returnDeadlines")
@ModelBean
public class ReturnTimers {

  /** Nobody is reminded in the middle of the night. */
  private static final Duration MORNING = Duration.ofHours(9);

  private final Returns returns;
  private final BusinessCalendar calendar;
  private final Clock clock;

  ReturnTimers(Returns returns, BusinessCalendar calendar, Clock clock) {
    this.returns = returns;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** When a declaration that nobody has confirmed lapses. */
  public Date lapse(DelegateExecution execution) {
    return Date.from(of(execution).declaration().lapsesAt());
  }

  /** In the morning of the day on which the customer is reminded to send the goods. */
  public Date reminder(DelegateExecution execution) {
    ProductReturn of = of(execution);
    return morning(of, of.requireTerms().remindOn());
  }

  /** After the last day on which the goods are still waited for. */
  public Date givenUp(DelegateExecution execution) {
    ProductReturn of = of(execution);
    return Date.from(startOf(of.country(), of.requireTerms().closeOn().plusDays(1)));
  }

  /** In the morning of the day on which a refund that is not paid yet is escalated. */
  public Date escalation(DelegateExecution execution) {
    ProductReturn of = of(execution);
    return morning(of, of.requireTerms().escalateOn());
  }

  private ProductReturn of(DelegateExecution execution) {
    return returns.require(execution.getProcessBusinessKey());
  }

  /** A day that has come already is now: a return may wait for a person before it gets there. */
  private Date morning(ProductReturn of, LocalDate day) {
    Instant morning = startOf(of.country(), day).plus(MORNING);
    Instant now = clock.instant();
    return Date.from(morning.isBefore(now) ? now : morning);
  }

  /**
   * The first instant of a day in a country. Every country that we serve lies whole hours from UTC.
   */
  private Instant startOf(String country, LocalDate day) {
    Instant hour =
        day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.HOURS);
    while (calendar.dateIn(country, hour).isBefore(day)) {
      hour = hour.plus(1, ChronoUnit.HOURS);
    }
    return hour;
  }
}
