package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.aftercare.cases.ServiceCase;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which payments a customer can rely on. */
class DeferralViewTest {

  private final PaymentDeferral thought =
      DeferralExamples.deferral("D-1", new Wish(null, 2, Circumstance.NONE))
          .with(Agreement.inParts(DeferralExamples.DUE, DeferralExamples.BALANCE, 2, 50));
  private final PaymentDeferral booked = thought.with(thought.requireAgreement().confirmed());

  @Test
  void whatAPersonOnlyThinksOfIsNotShown() {
    assertThat(view(null, thought, false).payments()).isEmpty();
    assertThat(view(null, thought, true).payments()).as("an offer").hasSize(2);
    assertThat(view(null, booked, false).payments()).as("in force").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"PAID, 2", "UNPAID, 2", "CANCELLED, 0", "DECLINED, 0", "REFUSED, 0"})
  void afterTheEndOnlyWhatRanItsCourseIsShown(String outcome, int payments) {
    PaymentDeferral ended = booked.with(booked.hold().ended());

    assertThat(view(outcome, ended, false).payments()).hasSize(payments);
    assertThat(view(outcome, ended, false).dunningHeld()).isFalse();
  }

  private static DeferralView view(String outcome, PaymentDeferral of, boolean offerOpen) {
    return DeferralView.of(
        new ServiceCase(
            "D-1",
            DeferralProcess.KEY,
            "C-1001",
            "SE",
            ServiceCase.Channel.API,
            outcome == null ? ServiceCase.Status.OPEN : ServiceCase.Status.CLOSED,
            outcome,
            Instant.EPOCH,
            outcome == null ? null : Instant.EPOCH),
        of,
        offerOpen);
  }
}
