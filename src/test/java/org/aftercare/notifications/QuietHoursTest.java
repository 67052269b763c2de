package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private static Instant next(String from, String until, String now) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(until))
        .next(Instant.parse(now), STOCKHOLM);
  }

  @ParameterizedTest
  @CsvSource({
    // Winter time is UTC+1.
    "2026-11-23T19:59:59Z, 2026-11-23T19:59:59Z",
    "2026-11-23T20:00:00Z, 2026-11-24T07:00:00Z",
    "2026-11-23T22:59:59Z, 2026-11-24T07:00:00Z",
    "2026-11-23T23:00:00Z, 2026-11-24T07:00:00Z",
    "2026-11-24T06:59:59Z, 2026-11-24T07:00:00Z",
    "2026-11-24T07:00:00Z, 2026-11-24T07:00:00Z",
    "2026-12-31T22:30:00Z, 2027-01-01T07:00:00Z",
  })
  void lastOverMidnight(String now, String next) {
    assertThat(next("21:00", "08:00", now)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:59:59Z, 2026-11-23T10:59:59Z",
    "2026-11-23T11:00:00Z, 2026-11-23T12:00:00Z",
    "2026-11-23T12:00:00Z, 2026-11-23T12:00:00Z",
  })
  void lastWithinADay(String now, String next) {
    assertThat(next("12:00", "13:00", now)).isEqualTo(next);
  }

  @Test
  void endAsTheyBeginAndAreNone() {
    assertThat(next("08:00", "08:00", "2026-11-23T07:00:00Z")).isEqualTo("2026-11-23T07:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward on 28 March 2027 at 02:00 and back on 31 October 2027 at 03:00.
    "2027-03-27T20:30:00Z, 2027-03-28T06:00:00Z",
    "2027-03-26T20:30:00Z, 2027-03-27T07:00:00Z",
    "2027-10-30T19:30:00Z, 2027-10-31T07:00:00Z",
    "2027-10-29T19:30:00Z, 2027-10-30T06:00:00Z",
  })
  void goByTheClockOnTheWallWhenClocksChange(String now, String next) {
    assertThat(next("21:00", "08:00", now)).isEqualTo(next);
  }

  @Test
  void anEndThatIsSkippedIsTheChange() {
    assertThat(next("22:00", "02:30", "2027-03-27T23:00:00Z")).isEqualTo("2027-03-28T01:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // 02:15 by summer time, 02:15 again by winter time, 02:30 for the second time.
    "2027-10-31T00:15:00Z, 2027-10-31T01:30:00Z",
    "2027-10-31T01:15:00Z, 2027-10-31T01:30:00Z",
    "2027-10-31T01:30:00Z, 2027-10-31T01:30:00Z",
  })
  void anEndThatComesTwiceIsTheSecond(String now, String next) {
    assertThat(next("22:00", "02:30", now)).isEqualTo(next);
  }
}
