package org.aftercare.cases;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.aftercare.engine.BusinessCalendar;

/** A calendar with Monday to Friday, 09:00 to 17:00 UTC, and no holidays. */
final class NineToFive implements BusinessCalendar {

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  @Override
  public Instant plusOpeningHours(String country, Instant from, Duration openingTime) {
    Instant reached = from;
    Duration left = openingTime;
    LocalDate day = dateIn(country, from);
    while (true) {
      if (isOpenOn(day)) {
        Instant start = later(reached, instant(day, OPENS));
        Duration here = Duration.between(start, instant(day, CLOSES));
        if (!here.isNegative() && here.compareTo(left) >= 0) {
          return start.plus(left);
        }
        left = here.isNegative() ? left : left.minus(here);
      }
      day = day.plusDays(1);
      reached = instant(day, LocalTime.MIDNIGHT);
    }
  }

  @Override
  public Instant plusBusinessDays(String country, Instant from, int days) {
    LocalDate day = dateIn(country, from);
    for (int i = 0; i < days; i++) {
      day = businessDayOnOrAfter(country, day.plusDays(1));
    }
    return instant(day, CLOSES);
  }

  @Override
  public LocalDate businessDayOnOrAfter(String country, LocalDate day) {
    LocalDate open = day;
    while (!isOpenOn(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  @Override
  public Duration openingTimeBetween(String country, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (LocalDate day = dateIn(country, from);
        !day.isAfter(dateIn(country, to));
        day = day.plusDays(1)) {
      if (isOpenOn(day)) {
        Instant start = later(from, instant(day, OPENS));
        Instant end = to.isBefore(instant(day, CLOSES)) ? to : instant(day, CLOSES);
        sum = end.isAfter(start) ? sum.plus(Duration.between(start, end)) : sum;
      }
    }
    return sum;
  }

  @Override
  public LocalDate dateIn(String country, Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static boolean isOpenOn(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
