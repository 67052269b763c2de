package org.aftercare.notifications;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes facts as people of a language and country write them. */
final class FactFormat {

  private static final Pattern LETTER_BEFORE_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\d)");

  private final Locale locale;
  private final ZoneId zone;
  private final String dateAndTime;

  /**
   * @param dateAndTime how the language puts a date and a time together, with {@code {date}} and
   *     {@code {time}}
   */
  FactFormat(Locale locale, ZoneId zone, String dateAndTime) {
    // Java knows few regions of English, and falls back to American dates for the others.
    this.locale = locale.getLanguage().equals("en") ? Locale.UK : locale;
    this.zone = zone;
    this.dateAndTime = dateAndTime;
  }

  /**
   * Writes a value. One that is not of its type stands as it is: the message says less well what it
   * says, but it arrives.
   *
   * @param style {@code date} or {@code time} to show that part of an instant, {@code zone} for the
   *     name of its time zone, {@code date} for the weekday with a date, or {@code null}
   */
  String format(FactType type, String value, String style) {
    try {
      return switch (type) {
        case DATE -> LocalDate.parse(value).format(dates("date".equals(style)));
        case INSTANT -> instant(Instant.parse(value), style);
        case AMOUNT -> money(value);
        case PERCENT -> percent(value);
        case COUNTRY -> new Locale.Builder().setRegion(value).build().getDisplayCountry(locale);
        case TEXT, CODE -> value;
      };
    } catch (DateTimeException | IllegalArgumentException | IllformedLocaleException notOfItsType) {
      return value;
    }
  }

  private String instant(Instant instant, String style) {
    ZonedDateTime local = instant.atZone(zone);
    String time =
        local.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
    if ("time".equals(style)) {
      return time;
    } else if ("date".equals(style)) {
      return local.format(dates(true));
    } else if ("zone".equals(style)) {
      return local.format(DateTimeFormatter.ofPattern("zzzz", locale));
    }
    return dateAndTime.replace("{date}", local.format(dates(false))).replace("{time}", time);
  }

  private DateTimeFormatter dates(boolean withWeekday) {
    return DateTimeFormatter.ofLocalizedDate(withWeekday ? FormatStyle.FULL : FormatStyle.LONG)
        .withLocale(locale);
  }

  private String percent(String value) {
    BigDecimal share = new BigDecimal(value);
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(share.scale());
    format.setMaximumFractionDigits(share.scale());
    return format.format(share.movePointLeft(2));
  }

  private String money(String value) {
    int space = value.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("An amount has its currency behind a space.");
    }
    BigDecimal amount = new BigDecimal(value.substring(0, space));
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(value.substring(space + 1)));
    int digits = Math.max(0, format.getCurrency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    // "SEK8,990" is how Java writes it where the language has no symbol of its own.
    return LETTER_BEFORE_DIGIT.matcher(format.format(amount)).replaceAll("\u00a0");
  }
}
