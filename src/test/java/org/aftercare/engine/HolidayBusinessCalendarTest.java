package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayBusinessCalendarTest {

  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "SE", ZoneId.of("Europe/Stockholm"),
          "NO", ZoneId.of("Europe/Oslo"),
          "DK", ZoneId.of("Europe/Copenhagen"),
          "PL", ZoneId.of("Europe/Warsaw"),
          "DE", ZoneId.of("Europe/Berlin"));

  private final BusinessCalendar calendar = calendar(Map.of());

  @ParameterizedTest(name = "{0}: {1} + {2} h = {3}")
  @CsvSource({
    // Within a day, over the night, over the weekend.
    "SE, 2026-03-10T09:00, 4, 2026-03-10T13:00",
    "SE, 2026-03-10T15:00, 4, 2026-03-11T10:00",
    "SE, 2026-03-13T15:00, 4, 2026-03-16T10:00",
    // Before opening, after closing, at weekends the count starts with the next opening.
    "SE, 2026-03-10T06:30, 4, 2026-03-10T12:00",
    "SE, 2026-03-10T17:00, 4, 2026-03-11T12:00",
    "SE, 2026-03-10T23:59, 4, 2026-03-11T12:00",
    "SE, 2026-03-14T12:00, 4, 2026-03-16T12:00",
    // A full day ends at closing time.
    "SE, 2026-03-10T08:00, 9, 2026-03-10T17:00",
    "SE, 2026-03-10T13:00, 4, 2026-03-10T17:00",
    "SE, 2026-03-10T08:00, 18, 2026-03-11T17:00",
    // Nothing at all: now if open, else the next opening.
    "SE, 2026-03-10T09:00, 0, 2026-03-10T09:00",
    "SE, 2026-03-14T09:00, 0, 2026-03-16T08:00",
    // Holidays: Swedish national day, Norwegian 17 May (a Sunday in 2026, a Monday in 2027),
    // Epiphany.
    "SE, 2025-06-05T15:00, 4, 2025-06-09T10:00",
    "NO, 2027-05-14T15:00, 4, 2027-05-18T10:00",
    "PL, 2026-01-05T15:00, 4, 2026-01-07T10:00",
    "DK, 2026-01-05T15:00, 4, 2026-01-06T10:00",
    // German unity day is a Saturday in 2026, a Friday in 2025.
    "DE, 2025-10-02T15:00, 4, 2025-10-06T10:00",
    // Easter: Thursday is a holiday in NO and DK, Friday not in PL, Monday everywhere.
    "NO, 2026-04-01T15:00, 4, 2026-04-07T10:00",
    "DK, 2026-04-01T15:00, 4, 2026-04-07T10:00",
    "SE, 2026-04-01T15:00, 4, 2026-04-02T10:00",
    "SE, 2026-04-02T15:00, 4, 2026-04-07T10:00",
    "PL, 2026-04-02T15:00, 4, 2026-04-03T10:00",
    "PL, 2026-04-03T15:00, 4, 2026-04-07T10:00",
    // Clocks change on 29 March and 25 October 2026, both Sundays: opening hours stay local.
    "SE, 2026-03-27T16:00, 2, 2026-03-30T09:00",
    "SE, 2026-10-23T16:00, 2, 2026-10-26T09:00",
    // Christmas to New Year.
    "SE, 2026-12-23T16:00, 2, 2026-12-28T09:00",
    "PL, 2026-12-23T16:00, 2, 2026-12-28T09:00",
  })
  void openingHours(String country, LocalDateTime from, long hours, LocalDateTime expected) {
    assertThat(calendar.plusOpeningHours(country, at(country, from), Duration.ofHours(hours)))
        .isEqualTo(at(country, expected));
  }

  @ParameterizedTest(name = "{0}: {1} + {2} days = {3}")
  @CsvSource({
    "SE, 2026-03-10T09:00, 1, 2026-03-11T17:00",
    "SE, 2026-03-13T16:59, 1, 2026-03-16T17:00",
    "SE, 2026-03-14T12:00, 1, 2026-03-16T17:00",
    "SE, 2026-03-14T12:00, 0, 2026-03-16T17:00",
    "SE, 2026-06-18T12:00, 1, 2026-06-22T17:00",
    "NO, 2027-05-14T12:00, 1, 2027-05-18T17:00",
    "DK, 2026-05-13T12:00, 1, 2026-05-15T17:00",
    "PL, 2026-06-03T12:00, 1, 2026-06-05T17:00",
    "DE, 2026-04-30T12:00, 1, 2026-05-04T17:00",
    "DE, 2026-12-23T12:00, 2, 2026-12-28T17:00",
    // The local day counts: 23:30 in Stockholm is still Tuesday.
    "SE, 2026-03-10T23:30, 1, 2026-03-11T17:00",
    "SE, 2026-03-27T12:00, 1, 2026-03-30T17:00",
  })
  void businessDays(String country, LocalDateTime from, int days, LocalDateTime expected) {
    assertThat(calendar.plusBusinessDays(country, at(country, from), days))
        .isEqualTo(at(country, expected));
  }

  @ParameterizedTest(name = "{0}: {1} to {2} = {3} min")
  @CsvSource({
    "SE, 2026-03-10T09:00, 2026-03-10T09:00, 0",
    "SE, 2026-03-10T09:00, 2026-03-10T08:00, 0",
    "SE, 2026-03-10T09:00, 2026-03-10T12:30, 210",
    "SE, 2026-03-10T16:00, 2026-03-11T09:00, 120",
    "SE, 2026-03-13T16:00, 2026-03-16T09:00, 120",
    "SE, 2026-03-14T10:00, 2026-03-15T10:00, 0",
    "SE, 2026-04-02T16:00, 2026-04-07T09:00, 120",
    "SE, 2026-10-23T16:00, 2026-10-26T09:00, 120",
    "SE, 2026-03-10T00:00, 2026-03-11T00:00, 540",
  })
  void openingTime(String country, LocalDateTime from, LocalDateTime to, long minutes) {
    assertThat(calendar.openingTimeBetween(country, at(country, from), at(country, to)))
        .isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource({
    "SE, 2026-03-10, 2026-03-10",
    "SE, 2026-03-14, 2026-03-16",
    "SE, 2026-12-24, 2026-12-28",
    "NO, 2026-05-25, 2026-05-26",
    "PL, 2026-11-11, 2026-11-12",
    "DK, 2026-05-14, 2026-05-15",
    "DK, 2024-04-26, 2024-04-26",
    "DE, 2026-05-14, 2026-05-15",
  })
  void nextBusinessDay(String country, LocalDate day, LocalDate expected) {
    assertThat(calendar.businessDayOnOrAfter(country, day)).isEqualTo(expected);
  }

  @Test
  void aDayThatLosesAnHourInOpeningHoursIsShorter() {
    // Open around the clock, on the day on which the clocks go forward.
    BusinessCalendar always =
        new HolidayBusinessCalendar(
            new CalendarProperties(
                ZONES.get("SE"),
                LocalTime.MIN,
                LocalTime.of(23, 0),
                EnumSet.allOf(DayOfWeek.class),
                Map.of()));

    assertThat(
            always.openingTimeBetween(
                "ZZ",
                at("SE", LocalDateTime.parse("2026-03-29T00:00")),
                at("SE", LocalDateTime.parse("2026-03-29T23:00"))))
        .isEqualTo(Duration.ofHours(22));
    assertThat(
            always.plusOpeningHours(
                "ZZ", at("SE", LocalDateTime.parse("2026-03-29T01:00")), Duration.ofHours(2)))
        .isEqualTo(at("SE", LocalDateTime.parse("2026-03-29T04:00")));
  }

  @Test
  void theDateIsTheCountrysOwn() {
    Instant lateUtc = Instant.parse("2026-03-10T23:30:00Z");

    assertThat(calendar.dateIn("SE", lateUtc)).isEqualTo("2026-03-11");
  }

  @Test
  void aCountryMayHaveItsOwnHoursAndClosedDays() {
    BusinessCalendar own =
        calendar(
            Map.of(
                "DK",
                new CalendarProperties.Country(
                    ZONES.get("DK"),
                    LocalTime.of(10, 0),
                    LocalTime.of(14, 0),
                    EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                    Set.of(MonthDay.of(6, 6)))));

    assertThat(
            own.plusOpeningHours(
                "DK", at("DK", LocalDateTime.parse("2026-06-01T13:00")), Duration.ofHours(2)))
        .isEqualTo(at("DK", LocalDateTime.parse("2026-06-08T11:00")));
  }

  @Test
  void anUnknownCountryHasDefaultHoursAndNoHolidays() {
    assertThat(
            calendar.plusOpeningHours(
                "ZZ", at("SE", LocalDateTime.parse("2026-12-24T15:00")), Duration.ofHours(4)))
        .isEqualTo(at("SE", LocalDateTime.parse("2026-12-25T10:00")));
  }

  @Test
  void negativeTimeIsRefused() {
    Instant now = Instant.parse("2026-03-10T09:00:00Z");
    assertThatThrownBy(() -> calendar.plusOpeningHours("SE", now, Duration.ofHours(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calendar.plusBusinessDays("SE", now, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hoursThatLeaveNoTimeStopTheStart() {
    CalendarProperties.Country closed =
        new CalendarProperties.Country(null, LocalTime.of(17, 0), LocalTime.of(8, 0), null, null);
    assertThatThrownBy(() -> calendar(Map.of("SE", closed)))
        .isInstanceOf(EngineMisconfiguredException.class);
  }

  private static BusinessCalendar calendar(Map<String, CalendarProperties.Country> differing) {
    Map<String, CalendarProperties.Country> countries = new java.util.HashMap<>();
    ZONES.forEach(
        (country, zone) ->
            countries.put(country, new CalendarProperties.Country(zone, null, null, null, null)));
    countries.putAll(differing);
    return new HolidayBusinessCalendar(
        new CalendarProperties(
            ZONES.get("SE"),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            countries));
  }

  private static Instant at(String country, LocalDateTime local) {
    return local.atZone(ZONES.get(country)).toInstant();
  }
}
