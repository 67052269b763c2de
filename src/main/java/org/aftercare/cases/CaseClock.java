package org.aftercare.cases;

import java.time.Clock;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The case's clocks as models use them, in execution listeners: {@code
 * ${caseClock.start(execution,'coverage')}}. The case is the one whose number is the process's
 * business key; called processes carry the same.
 */
@Component("caseClock")
@ModelBean
public class CaseClock {

  private final Cases cases;
  private final DeadlineProperties durations;
  private final BusinessCalendar calendar;
  private final Clock clock;

  CaseClock(Cases cases, DeadlineProperties durations, BusinessCalendar calendar, Clock clock) {
    this.cases = cases;
    this.durations = durations;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Starts a deadline that lasts as long as the configuration says for the case's flow.
   *
   * @param name for example {@code coverage}, for {@code aftercare.deadlines.<flow>.coverage}
   * @throws IllegalStateException if the configuration lacks it
   */
  public void start(DelegateExecution execution, String name) {
    ServiceCase of = caseOf(execution);
    cases.startDeadline(
        of.caseNumber(),
        name,
        durations.of(of.flow(), name).due(calendar, of.country(), clock.instant()));
  }

  /** What the deadline was for is done; one that never started is passed over. */
  public void end(DelegateExecution execution, String name) {
    cases.endDeadline(execution.getProcessBusinessKey(), name);
  }

  /** An answer of the customer is awaited: the clocks of the case stop. */
  public void pause(DelegateExecution execution) {
    ServiceCase of = caseOf(execution);
    cases.pauseDeadlines(of.caseNumber());
    if (of.status() == ServiceCase.Status.OPEN) {
      cases.status(of.caseNumber(), ServiceCase.Status.WAITING_FOR_CUSTOMER);
    }
  }

  /** The answer is here, or is no longer awaited: the clocks go on unless another one is. */
  public void resume(DelegateExecution execution) {
    ServiceCase of = caseOf(execution);
    cases.resumeDeadlines(of.caseNumber());
    if (of.status() == ServiceCase.Status.WAITING_FOR_CUSTOMER
        && !cases.awaitsCustomer(of.caseNumber())) {
      cases.status(of.caseNumber(), ServiceCase.Status.OPEN);
    }
  }

  private ServiceCase caseOf(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    return cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber));
  }
}
