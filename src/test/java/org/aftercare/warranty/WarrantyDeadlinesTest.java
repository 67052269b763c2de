package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Report;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer's right to an answer ends with the last day of the period, by the local clock. */
class WarrantyDeadlinesTest {

  private static final String CASE = "W-1";

  @ParameterizedTest
  @CsvSource({
    // opened, its period, when silence accepts the claim: midnight in Warsaw
    "2026-11-02T08:00:00Z, 14, 2026-11-16T23:00:00Z",
    "2026-11-02T00:00:00Z, 14, 2026-11-16T23:00:00Z",
    "2026-11-02T22:59:59Z, 14, 2026-11-16T23:00:00Z",
    "2026-11-02T23:00:00Z, 14, 2026-11-17T23:00:00Z",
    // summer time ends, and begins, in between
    "2026-10-20T08:00:00Z, 14, 2026-11-03T23:00:00Z",
    "2026-03-20T22:30:00Z, 14, 2026-04-03T22:00:00Z",
    "2026-06-01T08:00:00Z, 30, 2026-07-01T22:00:00Z",
    // silence accepts nothing
    "2026-06-01T08:00:00Z, 0, 2126-06-02T08:00:00Z"
  })
  void theLastDayIsTheCustomersWhole(Instant opened, int days, Instant due) {
    Cases cases = mock(Cases.class);
    when(cases.find(CASE))
        .thenReturn(
            Optional.of(
                new ServiceCase(
                    CASE,
                    "warranty-claim",
                    "C-1",
                    "PL",
                    ServiceCase.Channel.API,
                    ServiceCase.Status.OPEN,
                    null,
                    opened,
                    null)));
    Claims claims = mock(Claims.class);
    when(claims.require(CASE)).thenReturn(claim());
    DmnDecisionTableResult result = mock(DmnDecisionTableResult.class);
    when(result.<Integer>getSingleEntry()).thenReturn(days);
    DecisionService decisions = mock(DecisionService.class);
    when(decisions.evaluateDecisionTableByKey(eq("answer-period"), eq(Map.of("country", "PL"))))
        .thenReturn(result);
    DelegateExecution execution = mock(DelegateExecution.class);
    when(execution.getProcessBusinessKey()).thenReturn(CASE);

    assertThat(
            new WarrantyDeadlines(claims, mock(Commitments.class), cases, new Warsaw(), decisions)
                .answerDue(execution)
                .toInstant())
        .isEqualTo(due);
  }

  private static WarrantyClaim claim() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    return new WarrantyClaim(
        CASE,
        "C-1",
        "PL",
        true,
        null,
        "S-1",
        new Report(Symptom.NOISE, day, day, Cause.UNKNOWN, false, Wish.NONE),
        null,
        null);
  }

  private static final class Warsaw implements BusinessCalendar {
    @Override
    public LocalDate dateIn(String country, Instant instant) {
      return LocalDate.ofInstant(instant, ZoneId.of("Europe/Warsaw"));
    }

    @Override
    public Instant plusOpeningHours(String country, Instant from, Duration openingTime) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant plusBusinessDays(String country, Instant from, int days) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LocalDate businessDayOnOrAfter(String country, LocalDate day) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Duration openingTimeBetween(String country, Instant from, Instant to) {
      throw new UnsupportedOperationException();
    }
  }
}
