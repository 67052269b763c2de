package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aftercare.cases.CaseClosed;
import org.aftercare.cases.Cases;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Collections hear of the end of what they were asked to do by hand. */
class RemindersByHandTest {

  private static final String CASE = "D-1";
  private static final Agreement AGREED =
      Agreement.on(DeferralExamples.DUE.plusDays(9), DeferralExamples.BALANCE);

  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final Cases cases = mock(Cases.class);
  private final Notifications notifications = mock(Notifications.class);
  private final RemindersByHand reminders = new RemindersByHand(deferrals, cases, notifications);

  @BeforeEach
  void aCaseInWhichBillingDidNotAnswer() {
    deferrals.add(DeferralExamples.deferral(CASE, new Wish(null, 0, Circumstance.NONE)));
    happened("deferral.received", "deferral.provisional");
  }

  @Test
  void whatEndsWithoutAnAgreementIsTold() {
    close(DeferralProcess.KEY);

    ArgumentCaptor<Notice> told = ArgumentCaptor.forClass(Notice.class);
    verify(notifications).tell(told.capture());
    assertThat(told.getValue().to()).isEqualTo(new Recipient.ToTeam("collections"));
    assertThat(told.getValue().template()).isEqualTo("deferral.team-ended");
    assertThat(told.getValue().facts()).containsOnlyKeys("caseNumber", "invoiceNumber");
  }

  @Test
  void whatWasOnlyThoughtOfIsNoAgreement() {
    deferrals.change(deferrals.require(CASE).with(AGREED));
    close(DeferralProcess.KEY);

    verify(notifications).tell(any());
  }

  @Test
  void anAgreementHasBeenToldOfAlready() {
    deferrals.change(deferrals.require(CASE).with(AGREED.confirmed()));
    close(DeferralProcess.KEY);

    verify(notifications, never()).tell(any());
  }

  @Test
  void whoWasNotAskedIsNotTold() {
    happened("deferral.received");
    close(DeferralProcess.KEY);

    verify(notifications, never()).tell(any());
  }

  @Test
  void casesOfOtherFlowsArePassedOver() {
    close("warranty-claim");

    verify(notifications, never()).tell(any());
  }

  private void happened(String... events) {
    when(cases.timeline(CASE))
        .thenReturn(
            List.of(events).stream()
                .map(event -> new Cases.TimelineEntry(Instant.EPOCH, event, Map.of()))
                .toList());
  }

  private void close(String flow) {
    reminders.on(new CaseClosed(CASE, flow, "REFUSED", Instant.EPOCH, Instant.EPOCH));
  }
}
