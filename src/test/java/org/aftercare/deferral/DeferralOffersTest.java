package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.DeferralOffers.Offer;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.engine.BusinessCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person grants, as the table takes it: counted from the due date and from today. */
class DeferralOffersTest {

  private static final String CASE = "D-1";
  private static final LocalDate WISHED = DeferralExamples.DUE.plusDays(14);
  private static final int LIMIT = 50;

  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final DeferralRules rules = mock(DeferralRules.class);
  private final BusinessCalendar calendar = mock(BusinessCalendar.class);
  private final Cases cases = mock(Cases.class);
  private final DeferralOffers offers =
      new DeferralOffers(deferrals, rules, cases, calendar, Clock.systemUTC());

  @BeforeEach
  void aDayIsWished() {
    when(rules.terms(any(), any()))
        .thenReturn(
            new DeferralTerms(
                14,
                30,
                12,
                "SEK",
                new BigDecimal("15000"),
                LIMIT,
                3,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO));
    wish(new Wish(WISHED, 0, Circumstance.NONE));
  }

  @ParameterizedTest(name = "decided {0} days before the wished day")
  @CsvSource({"15, 15", "1, 1", "0, 0", "-2, -2"})
  void aWishIsCountedFromTheDayOfTheDecision(int before, int startsIn) {
    today(WISHED.minusDays(before));

    Offer offer = offers.offer(CASE, "APPROVED", null, 0);

    assertThat(offer.offerDays()).isEqualTo(14);
    assertThat(offer.startsIn()).isEqualTo(startsIn);
  }

  @Test
  void thePersonIsToldWhatWasBeyondTheTerms() {
    offers.beyondTerms(CASE, "TOO_LATE");

    verify(cases).record(CASE, "internal.deferral.beyond-terms", Map.of("offerCheck", "TOO_LATE"));
  }

  @Test
  void aWishThatHasPassedDoesNotForbidALaterDay() {
    today(WISHED.minusDays(1));
    assertThat(offers.offer(CASE, "SHORTER", WISHED.plusDays(9), 0).wishedDays()).isEqualTo(14);
    today(WISHED);
    assertThat(offers.offer(CASE, "SHORTER", WISHED.plusDays(9), 0).wishedDays()).isNull();
  }

  @Test
  void instalmentsAreSpreadOverWhatIsLeftOfTheTime() {
    today(DeferralExamples.DUE.plusDays(20));

    Offer offer = offers.offer(CASE, "INSTALMENTS", null, 3);

    assertThat(offer.startsIn()).as("a third of the 30 days that are left").isEqualTo(10);
    assertThat(offer.offerDays()).isEqualTo(LIMIT);
  }

  @Test
  void aWishOfManyInstalmentsIsToldToTheTable() {
    wish(new Wish(null, 12, Circumstance.NONE));
    today(DeferralExamples.REQUESTED);

    assertThat(offers.offer(CASE, "APPROVED", null, 0).instalments()).isEqualTo(12);
  }

  @Test
  void withoutADayNothingStarts() {
    today(DeferralExamples.REQUESTED);

    assertThat(offers.offer(CASE, "SHORTER", null, 0).startsIn()).isZero();
  }

  private void wish(Wish wish) {
    PaymentDeferral of = DeferralExamples.deferral(CASE, wish);
    deferrals.add(of);
  }

  private void today(LocalDate day) {
    when(calendar.dateIn(any(), any())).thenReturn(day);
  }
}
