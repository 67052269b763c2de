package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.engine.ProductCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last days of the periods, by the holidays and the clock of the country. */
class LegalClocksTest {

  private final LegalClocks clocks = new LegalClocks(ProductCalendar.shipped());

  @ParameterizedTest(name = "{0}, delivered {1}, informed {2}: {3}")
  @CsvSource(
      nullValues = "never",
      value = {
        "SE, 2026-11-02, 2026-10-30, 2026-11-16",
        // a Saturday, a Sunday
        "SE, 2026-10-31, 2026-10-30, 2026-11-16",
        "SE, 2026-11-01, 2026-10-30, 2026-11-16",
        // Good Friday, and Easter Monday behind it; Maundy Thursday where it is a holiday
        "SE, 2026-03-20, 2026-03-20, 2026-04-07",
        "PL, 2026-03-20, 2026-03-20, 2026-04-03",
        "NO, 2026-03-19, 2026-03-19, 2026-04-07",
        "SE, 2026-03-19, 2026-03-19, 2026-04-02",
        // Christmas Eve to Boxing Day
        "SE, 2026-12-10, 2026-12-10, 2026-12-28",
        "DK, 2026-12-10, 2026-12-10, 2026-12-24",
        "NO, 2027-05-03, 2027-05-03, 2027-05-18",
        // a leap day within, and as the last day
        "SE, 2028-02-15, 2028-02-15, 2028-02-29",
        "SE, 2028-02-16, 2028-02-16, 2028-03-01",
        // never informed: twelve months more, from the end of the usual period
        "SE, 2026-11-02, never, 2027-11-16",
        "SE, 2028-02-15, never, 2029-02-28",
        "SE, 2026-11-01, never, 2027-11-16",
        // informed later: as many days from then; after a year it changes nothing
        "SE, 2026-11-02, 2026-11-03, 2026-11-17",
        "SE, 2026-11-02, 2027-11-02, 2027-11-16",
        "SE, 2026-11-02, 2027-11-03, 2027-11-16",
        "SE, 2026-11-02, 2027-06-01, 2027-06-15"
      })
  void lastDayToWithdraw(
      String country, LocalDate delivered, LocalDate informed, LocalDate expected) {
    assertThat(clocks.lastDayToWithdraw(country, delivered, informed, 14, 12)).contains(expected);
  }

  @Test
  void nothingLengthensTheVoluntaryPolicy() {
    LocalDate delivered = LocalDate.of(2026, 11, 2);

    assertThat(clocks.lastDayToWithdraw("SE", delivered, null, 30, 0))
        .contains(LocalDate.of(2026, 12, 2));
    assertThat(clocks.lastDayToWithdraw("SE", delivered, delivered.plusDays(9), 30, 0))
        .contains(LocalDate.of(2026, 12, 2));
  }

  @Test
  void beforeDeliveryEveryNoticeIsInTime() {
    Optional<LocalDate> lastDay = clocks.lastDayToWithdraw("SE", null, null, 14, 12);

    assertThat(lastDay).isEmpty();
    assertThat(clocks.inTime("SE", Instant.parse("2030-01-01T00:00:00Z"), lastDay)).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "SE, 2026-11-16T22:59:59Z, true",
    "SE, 2026-11-16T23:00:00Z, false",
    "FI, 2026-11-16T21:59:59Z, true",
    "FI, 2026-11-16T22:00:00Z, false",
    "PT, 2026-11-16T23:59:59Z, true",
    "PT, 2026-11-17T00:00:00Z, false"
  })
  void theLastDayEndsAtMidnightInTheCountry(String country, Instant notice, boolean inTime) {
    assertThat(clocks.inTime(country, notice, Optional.of(LocalDate.of(2026, 11, 16))))
        .isEqualTo(inTime);
  }

  @Test
  void aHolidayPutsOffWhatTheCustomerOwesAndNotWhatTheCompanyOwes() {
    LocalDate notice = LocalDate.of(2026, 12, 10);

    assertThat(clocks.lastDayToSendBack("SE", notice, 14)).isEqualTo("2026-12-28");
    assertThat(clocks.lastDayToRefund(notice, 14)).isEqualTo("2026-12-24");
  }
}
