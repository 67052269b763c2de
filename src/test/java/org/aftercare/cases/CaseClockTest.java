package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import org.aftercare.engine.AwaitedMessages;
import org.aftercare.engine.Inbox;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseClockTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-02T10:00:00Z"));
  private final CasesDatabase database = new CasesDatabase(clock);
  private final Cases cases = database.cases;
  private final DelegateExecution execution = mock(DelegateExecution.class);
  private final CaseClock caseClock =
      new CaseClock(
          cases,
          new DeadlineProperties(
              Map.of("warranty-claim", Map.of("coverage", DeadlineDuration.of("1 business day")))),
          new NineToFive(),
          clock);
  private String number;

  @BeforeEach
  void openCase() {
    number = database.openWarrantyCase("C-1001").caseNumber();
    when(execution.getProcessBusinessKey()).thenReturn(number);
  }

  @Test
  void startsWhatTheConfigurationSaysAndEndsIt() {
    caseClock.start(execution, "coverage");
    assertThat(cases.deadlines(number))
        .containsExactly(
            new Cases.Deadline(
                "coverage",
                clock.instant(),
                Instant.parse("2026-11-03T17:00:00Z"),
                false,
                null,
                false));

    caseClock.end(execution, "coverage");
    assertThat(cases.deadlines(number).get(0).ended()).isEqualTo(clock.instant());
  }

  @Test
  void aDeadlineThatIsNotConfiguredFails() {
    assertThatThrownBy(() -> caseClock.start(execution, "unheard-of"))
        .hasMessageContaining("aftercare.deadlines.warranty-claim.unheard-of");
  }

  @Test
  void waitsForTheCustomer() {
    caseClock.start(execution, "coverage");

    caseClock.pause(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    assertThat(cases.deadlines(number).get(0).paused()).isTrue();

    caseClock.resume(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
    assertThat(cases.deadlines(number).get(0).paused()).isFalse();
  }

  @Test
  void waitsForTheLastOfTwoAnswers() {
    caseClock.start(execution, "coverage");
    caseClock.pause(execution);
    caseClock.pause(execution);

    caseClock.resume(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    assertThat(cases.deadlines(number).get(0).paused()).isTrue();

    caseClock.resume(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
    assertThat(cases.deadlines(number).get(0).paused()).isFalse();
  }

  @Test
  void aPersonGivesBackACaseThatStillAwaitsTheCustomer() {
    caseClock.pause(execution);
    HandOver handOver = new HandOver(cases, mock(Inbox.class), mock(AwaitedMessages.class));
    handOver.begin(number);

    handOver.giveBack(number);
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);

    caseClock.resume(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
  }

  @Test
  void aCaseThatAPersonHasStaysWithThem() {
    cases.status(number, ServiceCase.Status.WITH_PERSON);

    caseClock.pause(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.WITH_PERSON);
    caseClock.resume(execution);
    assertThat(status()).isEqualTo(ServiceCase.Status.WITH_PERSON);
  }

  private ServiceCase.Status status() {
    return cases.find(number).orElseThrow().status();
  }
}
