package org.aftercare.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Opening hours and public holidays per country (ISO 3166 alpha-2). Every deadline of every flow
 * comes from here.
 */
public interface BusinessCalendar {

  /** The instant at which that much opening time has passed since {@code from}. */
  Instant plusOpeningHours(String country, Instant from, Duration openingTime);

  /** The end of opening hours on the n-th business day after the day of {@code from}. */
  Instant plusBusinessDays(String country, Instant from, int days);

  /** The day itself if it is a business day, otherwise the next one. */
  LocalDate businessDayOnOrAfter(String country, LocalDate day);

  /** Opening time between two instants; zero if {@code to} is not after {@code from}. */
  Duration openingTimeBetween(String country, Instant from, Instant to);

  /** The local date in the country at that instant. */
  LocalDate dateIn(String country, Instant instant);

  /**
   * The point at which that share of a time limit has passed: of its opening time, or by the wall
   * clock where it has none. Never after {@code due}.
   */
  default Instant pointOf(String country, Instant from, Instant due, int percent) {
    Duration opening = openingTimeBetween(country, from, due);
    Instant point =
        opening.isZero()
            ? from.plus(Duration.between(from, due).multipliedBy(percent).dividedBy(100))
            : plusOpeningHours(country, from, opening.multipliedBy(percent).dividedBy(100));
    return point.isAfter(due) ? due : point;
  }
}
