package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.aftercare.cases.Cases;
import org.aftercare.customers.Customers;
import org.aftercare.deferral.DeferralBookingTest.InMemoryDeferrals;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.deferral.PaymentDeferrals.Reading;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.systems.PassingFaultException;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.SystemBusyException;
import org.aftercare.systems.SystemSparedException;
import org.aftercare.systems.SystemUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of reading an invoice again, when billing answers and when it does not. */
class PaymentDeferralsTest {

  private static final String CASE = "D-1";

  private final InMemoryDeferrals stored = new InMemoryDeferrals();
  private final Receivables receivables = mock(Receivables.class);
  private final PaymentDeferrals deferrals =
      new PaymentDeferrals(
          stored,
          mock(Cases.class),
          mock(Customers.class),
          receivables,
          mock(DeferralRules.class),
          mock(DeferralProcess.class),
          mock(BusinessCalendar.class),
          Clock.systemUTC(),
          new DeferralProperties("SE"));

  @BeforeEach
  void aCase() {
    stored.add(DeferralExamples.deferral(CASE, new Wish(null, 0, Circumstance.NONE)));
  }

  static Stream<SystemUnavailableException> faultsThatPass() {
    return Stream.of(
        new PassingFaultException("billing", "cannot be reached", null),
        new SystemBusyException("billing", "too many calls"),
        new SystemSparedException("billing", "not called", Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @MethodSource("faultsThatPass")
  void aFaultThatPassesIsWaitedFor(SystemUnavailableException fault) {
    when(receivables.receivable(anyString())).thenThrow(fault);

    assertThat(deferrals.read(CASE)).isEqualTo(Reading.NO_ANSWER);
  }

  @Test
  void aFaultThatDoesNotPassIsNotWaitedFor() {
    when(receivables.receivable(anyString()))
        .thenThrow(new SystemUnavailableException("billing", "answered with status 401", null));

    assertThatThrownBy(() -> deferrals.read(CASE))
        .isInstanceOf(SystemUnavailableException.class)
        .hasMessageContaining("401");
  }

  @Test
  void anInvoiceThatBillingDoesNotHaveIsUnknown() {
    when(receivables.receivable(anyString())).thenReturn(Optional.empty());

    assertThat(deferrals.read(CASE)).isEqualTo(Reading.UNKNOWN);
  }
}
