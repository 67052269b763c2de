package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aftercare.cases.Cases;
import org.aftercare.deferral.Agreement.Progress;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.Receivables.DunningHold;
import org.aftercare.systems.Receivables.Receivable;
import org.aftercare.systems.Receivables.ReleasedHold;
import org.aftercare.systems.Receivables.ResumedDunning;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.systems.UnforeseenRefusalException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of billing, and what is made of its answers. */
class DeferralBookingTest {

  private static final String CASE = "D-1";
  private static final StepKey STEP = new StepKey("pi", "Step", 1);
  private static final LocalDate PAY_ON = DeferralExamples.DUE.plusDays(14);

  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final Receivables receivables = mock(Receivables.class);
  private final Cases cases = mock(Cases.class);
  private final DeferralBooking booking =
      new DeferralBooking(deferrals, receivables, new RemoteSteps(new Direct()), cases);

  @BeforeEach
  void aRequestThatIsAgreed() {
    deferrals.add(
        DeferralExamples.deferral(CASE, new Wish(PAY_ON, 0, Circumstance.NONE))
            .with(Agreement.on(PAY_ON, DeferralExamples.BALANCE)));
  }

  @Test
  void keepsTheHoldThatBillingConfirms() {
    when(receivables.holdDunning(anyString(), any())).thenReturn(new DunningHold("H-9", 1, true));

    assertThat(booking.hold(STEP, CASE)).isEqualTo(HoldAnswer.HELD);

    assertThat(deferrals.require(CASE).hold())
        .isEqualTo(new PaymentDeferral.Hold("H-9", 1, true, true));
    assertThat(booking.reminderPrinted(CASE)).isTrue();
    assertThat(booking.holds(CASE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ALREADY_PAID, PAID", "IN_COLLECTION, IN_COLLECTION"})
  void saysWhyBillingDoesNotHoldIt(String refusal, HoldAnswer answer) {
    PaymentDeferral.Hold before = deferrals.require(CASE).hold();
    when(receivables.holdDunning(anyString(), any()))
        .thenThrow(new SystemRefusalException("billing", refusal));

    assertThat(booking.hold(STEP, CASE)).isEqualTo(answer);
    assertThat(deferrals.require(CASE).hold()).as("as it was").isEqualTo(before);
  }

  @Test
  void aHoldThatNobodyHeardOfIsNoAnswer() {
    deferrals.change(deferrals.require(CASE).with((PaymentDeferral.Hold) null));
    when(receivables.holdDunning(anyString(), any()))
        .thenThrow(new SystemUnavailableException("billing", "is away", null))
        .thenReturn(new DunningHold("H-9", 0, false));

    assertThatThrownBy(() -> booking.hold(STEP, CASE))
        .isInstanceOf(SystemUnavailableException.class);
    assertThat(booking.holds(CASE)).isFalse();
    verify(cases, never()).record(anyString(), anyString(), any());

    assertThat(booking.hold(STEP, CASE)).isEqualTo(HoldAnswer.HELD);
    assertThat(booking.holds(CASE)).isTrue();
  }

  @Test
  void aRefusalThatNobodyForesawIsAFailure() {
    when(receivables.holdDunning(anyString(), any()))
        .thenThrow(new SystemRefusalException("billing", "COLLECTION_SENT"));

    assertThatThrownBy(() -> booking.hold(STEP, CASE))
        .isInstanceOf(UnforeseenRefusalException.class);
  }

  @Test
  void afterAReleaseTheInvoiceIsDueWhenBillingSays() {
    LocalDate original = LocalDate.of(2026, 12, 9);
    when(receivables.releaseHold(anyString(), eq("H-1")))
        .thenReturn(new ReleasedHold("H-1", original));

    booking.release(STEP, CASE);

    assertThat(deferrals.require(CASE).requireInvoice().dueDate()).isEqualTo(original);
    assertThat(booking.holds(CASE)).isFalse();
    assertThatThrownBy(() -> booking.release(STEP, CASE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void dunningGoesOnWithTheStepAtWhichItWasHeld() {
    when(receivables.resumeDunning(anyString(), eq("H-1")))
        .thenReturn(new ResumedDunning("H-1", 0));

    booking.resume(STEP, CASE);

    assertThat(booking.holds(CASE)).isFalse();
  }

  @Test
  void nobodyIsToldThatDunningGoesOnWithAnotherStep() {
    when(receivables.resumeDunning(anyString(), eq("H-1")))
        .thenReturn(new ResumedDunning("H-1", 1));

    assertThatThrownBy(() -> booking.resume(STEP, CASE)).isInstanceOf(IllegalStateException.class);
    assertThat(booking.holds(CASE)).isTrue();
  }

  @Test
  void bookingSaysIfTheInvoiceWasPaidMeanwhile() {
    when(receivables.changeDueDate(anyString(), anyString(), any()))
        .thenThrow(new SystemRefusalException("billing", "ALREADY_PAID"));
    when(receivables.planInstalments(anyString(), anyString(), any()))
        .thenThrow(new SystemRefusalException("billing", "ALREADY_PAID"));

    assertThat(booking.changeDueDate(STEP, CASE)).isFalse();
    assertThat(booking.planInstalments(STEP, CASE)).isFalse();
  }

  @Test
  void aDirectDebitThatTheBankHasIsNotStopped() {
    when(receivables.stopCollection(anyString(), anyString(), anyString()))
        .thenThrow(new SystemRefusalException("billing", "COLLECTION_SENT"));

    assertThat(booking.stopCollection(STEP, CASE)).isFalse();
  }

  @Test
  void planNamesEachInstalment() {
    PaymentDeferral of = deferrals.require(CASE);
    Agreement plan = Agreement.inParts(of.base(), DeferralExamples.BALANCE, 3, 50);
    deferrals.change(of.with(plan));
    when(receivables.planInstalments(anyString(), anyString(), any()))
        .thenReturn(new Receivables.InstalmentPlan("P-1"));

    assertThat(booking.planInstalments(STEP, CASE)).isTrue();

    assertThat(deferrals.require(CASE).requireAgreement().booked()).isTrue();
    verify(receivables)
        .planInstalments(
            STEP.idempotencyKey(),
            "I-1",
            new Receivables.PlanRequest(
                CASE,
                plan.parts().stream()
                    .map(part -> new Receivables.Instalment(part.dueOn(), part.amount()))
                    .toList()));
  }

  @Test
  void readsHowPayingGoes() {
    billingHas("1249.00", Receivable.Status.OPEN);
    assertThat(booking.readBalance(CASE, false)).isEqualTo(Progress.ON_TRACK);
    assertThat(booking.readBalance(CASE, true)).isEqualTo(Progress.MISSED);
    billingHas("0.00", Receivable.Status.OPEN);
    assertThat(booking.readBalance(CASE, true)).isEqualTo(Progress.PAID);
    billingHas("1249.00", Receivable.Status.CANCELLED);
    assertThat(booking.readBalance(CASE, true)).isEqualTo(Progress.PAID);
  }

  @Test
  void whatIsPaidLateForAPartDoesNotMissTheNext() {
    PaymentDeferral of = deferrals.require(CASE);
    deferrals.change(of.with(Agreement.inParts(of.base(), DeferralExamples.BALANCE, 2, 50)));
    billingHas("624.50", Receivable.Status.OPEN);

    assertThat(booking.readBalance(CASE, true))
        .as("the first part had its time, and it is there")
        .isEqualTo(Progress.ON_TRACK);
    assertThat(booking.readBalance(CASE, true)).as("the second").isEqualTo(Progress.MISSED);
  }

  @Test
  void theOriginalDueDateIsKeptWhateverBillingSaysNow() {
    when(receivables.receivable("I-1"))
        .thenReturn(
            Optional.of(
                DeferralExamples.invoice(
                    "C-1001", Receivable.Status.OPEN, DeferralExamples.BALANCE, PAY_ON, false)));

    booking.readBalance(CASE, false);

    assertThat(deferrals.require(CASE).requireInvoice().dueDate()).isEqualTo(DeferralExamples.DUE);
  }

  @Test
  void anInvoiceThatIsGoneIsAFailureAndNoPayment() {
    when(receivables.receivable("I-1")).thenReturn(Optional.empty());

    assertThatThrownBy(() -> booking.readBalance(CASE, true))
        .isInstanceOf(SystemUnavailableException.class);
  }

  @Test
  void eachPartIsRemindedOfOnce() {
    booking.noteReminder(CASE);

    assertThat(deferrals.require(CASE).requireAgreement().first().reminded()).isTrue();
  }

  private void billingHas(String balance, Receivable.Status status) {
    when(receivables.receivable("I-1"))
        .thenReturn(
            Optional.of(
                DeferralExamples.invoice(
                    "C-1001",
                    status,
                    new Money(new BigDecimal(balance), "SEK"),
                    DeferralExamples.DUE,
                    false)));
  }

  /** Calls at once and remembers nothing. */
  private static final class Direct implements RemoteCalls {

    @Override
    public <T> T once(
        StepKey step, Class<T> type, Function<String, T> call, Function<String, Optional<T>> ask) {
      return call.apply(step.idempotencyKey());
    }
  }

  static final class InMemoryDeferrals implements Deferrals {

    private final Map<String, PaymentDeferral> byCase = new HashMap<>();
    private final Map<List<String>, String> taken = new HashMap<>();

    @Override
    public void add(PaymentDeferral deferral) {
      byCase.put(deferral.caseNumber(), deferral);
    }

    @Override
    public void change(PaymentDeferral deferral) {
      byCase.put(deferral.caseNumber(), deferral);
    }

    @Override
    public Optional<PaymentDeferral> find(String caseNumber) {
      return Optional.ofNullable(byCase.get(caseNumber));
    }

    @Override
    public boolean take(String invoiceNumber, String customerId, String caseNumber) {
      return taken
          .computeIfAbsent(List.of(invoiceNumber, customerId), free -> caseNumber)
          .equals(caseNumber);
    }

    @Override
    public Optional<String> holder(String invoiceNumber, String customerId) {
      return Optional.ofNullable(taken.get(List.of(invoiceNumber, customerId)));
    }

    @Override
    public void release(String caseNumber) {
      taken.values().remove(caseNumber);
    }
  }
}
