package org.aftercare.engine;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aftercare.engine.CalendarProperties.OpeningHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opening hours from the configuration, public holidays from Jollyday. Reckons with instants, so a
 * day on which the clocks change is as long as it is.
 */
@Component
class HolidayBusinessCalendar implements BusinessCalendar {

  private static final Logger LOG = LoggerFactory.getLogger(HolidayBusinessCalendar.class);

  /** Ten years without a single open day: the configuration must be wrong. */
  private static final int LONGEST_SEARCH_DAYS = 3660;

  private final CalendarProperties properties;
  private final Map<String, OpeningHours> hours = new ConcurrentHashMap<>();
  private final Map<String, Optional<HolidayManager>> holidays = new ConcurrentHashMap<>();

  HolidayBusinessCalendar(CalendarProperties properties) {
    this.properties = properties;
    properties.countries().keySet().forEach(this::hours);
  }

  @Override
  public Instant plusOpeningHours(String country, Instant from, Duration openingTime) {
    if (openingTime.isNegative()) {
      throw new IllegalArgumentException("openingTime must not be negative, was " + openingTime);
    }
    OpeningHours open = hours(country);
    Duration left = openingTime;
    LocalDate day = dateIn(country, from);
    while (true) {
      day = businessDayOnOrAfter(country, day);
      Instant start = later(from, opens(open, day));
      Duration today = Duration.between(start, closes(open, day));
      // The last minute of a day is reached at closing time, not at the next opening.
      if (!today.isNegative() && left.compareTo(today) <= 0) {
        return start.plus(left);
      }
      if (!today.isNegative()) {
        left = left.minus(today);
      }
      day = day.plusDays(1);
    }
  }

  @Override
  public Instant plusBusinessDays(String country, Instant from, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative, was " + days);
    }
    LocalDate day = dateIn(country, from);
    for (int i = 0; i < days; i++) {
      day = businessDayOnOrAfter(country, day.plusDays(1));
    }
    return closes(hours(country), days == 0 ? businessDayOnOrAfter(country, day) : day);
  }

  @Override
  public LocalDate businessDayOnOrAfter(String country, LocalDate day) {
    LocalDate candidate = day;
    for (int searched = 0; searched < LONGEST_SEARCH_DAYS; searched++) {
      if (isBusinessDay(country, candidate)) {
        return candidate;
      }
      candidate = candidate.plusDays(1);
    }
    throw new IllegalStateException("No business day in " + country + " after " + day);
  }

  @Override
  public Duration openingTimeBetween(String country, Instant from, Instant to) {
    OpeningHours open = hours(country);
    Duration sum = Duration.ZERO;
    LocalDate last = dateIn(country, to);
    for (LocalDate day = dateIn(country, from); !day.isAfter(last); day = day.plusDays(1)) {
      if (isBusinessDay(country, day)) {
        Duration today =
            Duration.between(later(from, opens(open, day)), earlier(to, closes(open, day)));
        sum = today.isNegative() ? sum : sum.plus(today);
      }
    }
    return sum;
  }

  @Override
  public LocalDate dateIn(String country, Instant instant) {
    return instant.atZone(hours(country).zone()).toLocalDate();
  }

  private boolean isBusinessDay(String country, LocalDate day) {
    OpeningHours open = hours(country);
    return open.days().contains(day.getDayOfWeek())
        && !open.closedOn().contains(MonthDay.from(day))
        && holidays(country)
            .map(known -> !known.isHoliday(day, HolidayType.PUBLIC_HOLIDAY))
            .orElse(true);
  }

  private OpeningHours hours(String country) {
    return hours.computeIfAbsent(country, properties::of);
  }

  private Optional<HolidayManager> holidays(String country) {
    return holidays.computeIfAbsent(
        country,
        code -> {
          if (!HolidayManager.getSupportedCalendarCodes().contains(code)) {
            LOG.warn("No public holidays are known for country {}", code);
            return Optional.empty();
          }
          return Optional.of(HolidayManager.getInstance(ManagerParameters.create(code)));
        });
  }

  private static Instant opens(OpeningHours open, LocalDate day) {
    return day.atTime(open.opens()).atZone(open.zone()).toInstant();
  }

  private static Instant closes(OpeningHours open, LocalDate day) {
    return day.atTime(open.closes()).atZone(open.zone()).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
