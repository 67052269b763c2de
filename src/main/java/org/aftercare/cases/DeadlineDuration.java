package org.aftercare.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aftercare.engine.BusinessCalendar;

/**
 * How long a deadline is, as the configuration says it: {@code 4 business hours}, {@code 1 business
 * day} or {@code 14 days}.
 *
 * @param amount 1 or more
 */
record DeadlineDuration(int amount, Unit unit) {

  enum Unit {
    /** Opening time. */
    BUSINESS_HOURS,
    /** To the end of opening hours on the n-th business day. */
    BUSINESS_DAYS,
    /** To the end of opening hours on the n-th day, or on the next business day after it. */
    DAYS
  }

  private static final Pattern WORDS =
      Pattern.compile("([1-9]\\d{0,3}) (business hour|business day|day)s?");

  /** Read by the configuration's binding. */
  public static DeadlineDuration of(String words) {
    Matcher matcher = WORDS.matcher(words.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A deadline is written like \"4 business hours\", \"1 business day\" or \"14 days\", not \""
              + words
              + "\"");
    }
    Unit unit =
        switch (matcher.group(2)) {
          case "business hour" -> Unit.BUSINESS_HOURS;
          case "business day" -> Unit.BUSINESS_DAYS;
          default -> Unit.DAYS;
        };
    return new DeadlineDuration(Integer.parseInt(matcher.group(1)), unit);
  }

  Instant due(BusinessCalendar calendar, String country, Instant from) {
    return switch (unit) {
      case BUSINESS_HOURS -> calendar.plusOpeningHours(country, from, Duration.ofHours(amount));
      case BUSINESS_DAYS -> calendar.plusBusinessDays(country, from, amount);
      case DAYS -> calendar.plusBusinessDays(country, dayBeforeLast(calendar, country, from), 1);
    };
  }

  /**
   * Some instant of the last day but one; adding whole days in hours may miss it by summer time.
   */
  private Instant dayBeforeLast(BusinessCalendar calendar, String country, Instant from) {
    LocalDate wanted = calendar.dateIn(country, from).plusDays(amount - 1L);
    Instant guess = from.plus(Duration.ofDays(amount - 1L));
    int miss = calendar.dateIn(country, guess).compareTo(wanted);
    return guess.minus(Duration.ofHours(2L * Integer.signum(miss)));
  }
}
