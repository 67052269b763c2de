package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a person has the task. */
class DeferralFactsTest {

  private static final String CASE = "D-1";

  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final DeferralRules rules = mock(DeferralRules.class);
  private final DeferralFacts facts = new DeferralFacts(deferrals, rules);

  @BeforeEach
  void aCase() {
    deferrals.add(DeferralExamples.deferral(CASE, new Wish(null, 0, Circumstance.NONE)));
    when(rules.finding(any())).thenReturn("IN_ORDER");
    when(rules.terms(any(), any()))
        .thenReturn(
            new DeferralTerms(
                14,
                30,
                12,
                "SEK",
                new BigDecimal("15000"),
                50,
                3,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO));
  }

  @Test
  void isWhatCountedWhenItWasDecided() {
    deferrals.change(deferrals.require(CASE).found("DAY_PASSED"));

    assertThat(reason()).isEqualTo("DAY_PASSED");
  }

  @Test
  void isWhatWouldCountBeforeItIsDecided() {
    assertThat(reason()).isEqualTo("IN_ORDER");
  }

  private String reason() {
    return facts.of(CASE).stream()
        .filter(fact -> fact.label().equals("deferral.fact.reason"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
