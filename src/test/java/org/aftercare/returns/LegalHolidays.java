package org.aftercare.returns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days that end no legal period, beside Saturdays and Sundays, reckoned from the laws on
 * holidays and not from the calendar that the product uses. Swedish and Finnish law put the eves of
 * Midsummer and Christmas, Swedish law that of the New Year too, beside the holidays.
 */
final class LegalHolidays {

  private final Map<String, Set<LocalDate>> known = new ConcurrentHashMap<>();

  boolean on(String country, LocalDate day) {
    return known
        .computeIfAbsent(country + day.getYear(), key -> of(country, day.getYear()))
        .contains(day);
  }

  private static Set<LocalDate> of(String country, int year) {
    LocalDate easter = easter(year);
    Set<LocalDate> days = new TreeSet<>();
    fixed(days, year, "01-01", "12-25", "12-26");
    days.add(easter.plusDays(1));
    switch (country) {
      case "SE" -> {
        fixed(days, year, "01-06", "05-01", "06-06", "12-24", "12-31");
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(39));
        days.add(midsummer(year).minusDays(1));
      }
      case "FI" -> {
        fixed(days, year, "01-06", "05-01", "12-06", "12-24");
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(39));
        days.add(midsummer(year).minusDays(1));
      }
      case "NO" -> {
        fixed(days, year, "05-01", "05-17");
        easter(days, easter, -3, -2, 39, 50);
      }
      case "DK" -> {
        easter(days, easter, -3, -2, 39, 50);
        if (year < 2024) {
          // The Great Prayer Day, a holiday for the last time in 2023.
          days.add(easter.plusDays(26));
        }
      }
      case "PL" -> {
        fixed(days, year, "01-06", "05-01", "05-03", "08-15", "11-01", "11-11");
        days.add(easter.plusDays(60));
        if (year >= 2025) {
          fixed(days, year, "12-24");
        }
      }
      case "DE" -> {
        fixed(days, year, "05-01", "10-03");
        easter(days, easter, -2, 39, 50);
        if (year == 2017) {
          // Five hundred years of the Reformation.
          fixed(days, year, "10-31");
        }
      }
      default -> throw new IllegalArgumentException(country);
    }
    return days;
  }

  private static void fixed(Set<LocalDate> days, int year, String... monthDays) {
    for (String monthDay : monthDays) {
      days.add(MonthDay.parse("--" + monthDay).atYear(year));
    }
  }

  private static void easter(Set<LocalDate> days, LocalDate easter, int... after) {
    for (int distance : after) {
      days.add(easter.plusDays(distance));
    }
  }

  /** The Saturday between 20 and 26 June. */
  private static LocalDate midsummer(int year) {
    return LocalDate.of(year, Month.JUNE, 20)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }

  /** The Gregorian computus of Meeus, Jones and Butcher. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int day = h + l - 7 * m + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
