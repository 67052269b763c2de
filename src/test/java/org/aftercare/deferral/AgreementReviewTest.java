package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.Cases;
import org.aftercare.deferral.AgreementReview.Standing;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.systems.Money;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.Receivables.Receivable;
import org.aftercare.systems.SystemUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an agreement between the word and the booking. */
class AgreementReviewTest {

  private static final String CASE = "D-1";
  private static final LocalDate PAY_ON = DeferralExamples.DUE.plusDays(14);

  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final Receivables receivables = mock(Receivables.class);
  private final Cases cases = mock(Cases.class);
  private final BusinessCalendar calendar = mock(BusinessCalendar.class);

  @BeforeEach
  void aDayThatIsAgreed() {
    deferrals.add(
        DeferralExamples.deferral(CASE, new Wish(PAY_ON, 0, Circumstance.NONE))
            .with(Agreement.on(PAY_ON, DeferralExamples.BALANCE)));
    billingHas("1249.00", Receivable.Status.OPEN);
  }

  @ParameterizedTest(name = "{0} days before the day: {1}")
  @CsvSource({"20, STANDS", "1, STANDS", "0, PASSED", "-1, PASSED"})
  void aDayIsAgreedOnlyAsLongAsItIsAhead(int before, Standing standing) {
    assertThat(on(PAY_ON.minusDays(before))).isEqualTo(standing);
  }

  @Test
  void whoeverDecidesAgainCanReadWhy() {
    on(PAY_ON);

    verify(cases).record(CASE, "internal.deferral.day-passed", Map.of());
  }

  @Test
  void aPlanWhoseFirstDayHasPassedDoesNotStand() {
    agree(Agreement.inParts(DeferralExamples.DUE, DeferralExamples.BALANCE, 2, 50));
    LocalDate first = deferrals.require(CASE).requireAgreement().first().dueOn();

    assertThat(on(first.minusDays(1))).isEqualTo(Standing.STANDS);
    assertThat(on(first)).isEqualTo(Standing.PASSED);
  }

  @Test
  void whatWasPaidMeanwhileIsNoPartOfIt() {
    agree(Agreement.inParts(DeferralExamples.DUE, DeferralExamples.BALANCE, 2, 50));
    billingHas("249.00", Receivable.Status.OPEN);

    assertThat(on(DeferralExamples.REQUESTED)).isEqualTo(Standing.STANDS);

    PaymentDeferral of = deferrals.require(CASE);
    assertThat(of.requireInvoice().balance()).isEqualTo(sek("249.00"));
    assertThat(of.requireAgreement().parts())
        .extracting(Agreement.Part::amount)
        .containsExactly(sek("124.50"), sek("124.50"));
  }

  @ParameterizedTest
  @CsvSource({"0.00, PAID", "0.00, OPEN", "1249.00, CANCELLED"})
  void whatIsNotOwedAnyMoreIsNotPutOff(String balance, Receivable.Status status) {
    billingHas(balance, status);

    assertThat(on(DeferralExamples.REQUESTED)).isEqualTo(Standing.PAID);
  }

  @Test
  void anInvoiceThatIsGoneIsAFailure() {
    when(receivables.receivable("I-1")).thenReturn(Optional.empty());

    assertThatThrownBy(() -> on(DeferralExamples.REQUESTED))
        .isInstanceOf(SystemUnavailableException.class);
  }

  private Standing on(LocalDate today) {
    when(calendar.dateIn(any(), any())).thenReturn(today);
    Clock clock = Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return new AgreementReview(deferrals, receivables, cases, calendar, clock).review(CASE);
  }

  private void agree(Agreement agreement) {
    deferrals.change(deferrals.require(CASE).with(agreement));
  }

  private void billingHas(String balance, Receivable.Status status) {
    when(receivables.receivable("I-1"))
        .thenReturn(
            Optional.of(
                DeferralExamples.invoice(
                    "C-1001", status, sek(balance), DeferralExamples.DUE, false)));
  }

  private static Money sek(String amount) {
    return new Money(new BigDecimal(amount), "SEK");
  }
}
