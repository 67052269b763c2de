package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aftercare.outage.AffectedCustomers.Found;
import org.aftercare.testing.FlowTest;
import org.aftercare.testing.FlowTestBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The models of an outage with their real delegates, and mocked use cases behind them. */
@FlowTest(OutageTestApplication.class)
class OutageProcessTest extends FlowTestBase {

  @MockitoBean private AffectedCustomers affected;

  /** What was told, in rounds. */
  private final List<String> told = new ArrayList<>();

  private String number;

  @BeforeEach
  void oneCustomer() {
    number = newCase("O");
    told.clear();
    when(affected.findNext(anyString())).thenReturn(new Found(false, 1));
    when(affected.begin(anyString(), any())).thenReturn(1, 2, 3, 4, 5);
    when(affected.tellNext(anyString(), any(), anyInt()))
        .thenAnswer(
            call -> {
              told.add(call.getArgument(1) + " " + call.getArgument(2));
              return false;
            });
  }

  @AfterAll
  void everyElementWasEntered() {
    everyElementWasEntered("outage", "outage-approval", "tell-affected");
  }

  @Test
  void tellsWhatHappensFromTheFailureToTheAllClear() {
    when(affected.findNext(number)).thenReturn(new Found(true, 500), new Found(false, 500));
    start();
    verify(affected, times(2)).findNext(number);
    assertThat(told).containsExactly("STARTED 1");

    message("OutageUpdated");
    assertThat(told).containsExactly("STARTED 1", "UPDATED 2");

    timeIsUp("NewsOverdue");
    verify(affected).remind(eq(number), anyString());
    timeIsUp("NewsOverdue");
    verify(affected, times(2)).remind(eq(number), anyString());

    message("OutageEnded");
    assertThat(told).containsExactly("STARTED 1", "UPDATED 2", "ENDED 3");
    verify(affected).close(number);
    endedAt("OutageOver");
  }

  @Test
  void tellsInPortionsUntilEverybodyIsTold() {
    when(affected.tellNext(number, News.STARTED, 1)).thenReturn(true, true, false);
    start();

    verify(affected, times(3)).tellNext(number, News.STARTED, 1);
    verify(affected).begin(number, News.STARTED);
  }

  @Test
  void eachPortionIsATransactionOfItsOwn() {
    when(affected.tellNext(number, News.STARTED, 1)).thenReturn(true, false);
    begin("outage", Map.of());
    verify(affected, times(0)).findNext(number);
    executeOne();
    verify(affected, times(1)).findNext(number);
    verify(affected, times(0)).tellNext(number, News.STARTED, 1);
    executeOne();
    verify(affected, times(1)).tellNext(number, News.STARTED, 1);
    executeOne();
    verify(affected, times(2)).tellNext(number, News.STARTED, 1);
  }

  @Test
  void apologisesForAReportThatWasWrong() {
    start();
    message("OutageWithdrawn");

    assertThat(told).containsExactly("STARTED 1", "WITHDRAWN 2");
    verify(affected).close(number);
    endedAt("OutageOver");
  }

  @Test
  void tellsNobodyWhereNobodyIsAffected() {
    when(affected.findNext(number)).thenReturn(new Found(false, 0));
    start();

    assertThat(told).isEmpty();
    verify(affected).close(number);
    endedAt("NobodyAffected");
  }

  @Test
  void tellsManyOnceAPersonHasApprovedIt() {
    startMany();
    assertThat(told).isEmpty();

    message("OutageUpdated");
    assertThat(told).as("the message will hold it").isEmpty();
    decide("TELL");

    assertThat(told).containsExactly("STARTED 1");
    message("OutageEnded");
    endedAt("OutageOver");
  }

  @Test
  void tellsNobodyWithoutApproval() {
    startMany();
    decide("DO_NOT_TELL");

    assertThat(told).isEmpty();
    verify(affected).close(number);
    endedAt("NotTold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OutageEnded", "OutageWithdrawn"})
  void whatIsOverBeforeApprovalIsToldToNobody(String message) {
    startMany();
    message(message);

    assertThat(told).isEmpty();
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    endedAt("NotTold");
  }

  private void startMany() {
    when(affected.findNext(number)).thenReturn(new Found(false, 501));
    start();
  }

  private void decide(String approval) {
    complete("ApproveMessage", "department-heads", "outageApproval", approval);
  }

  private void start() {
    start("outage", Map.of("service", "BROADBAND"));
  }

  private void executeOne() {
    management.executeJob(management.createJobQuery().messages().singleResult().getId());
  }
}
