package org.aftercare.returns;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.aftercare.engine.BusinessCalendar;
import org.springframework.stereotype.Component;

/**
 * The days on which the periods of a return end, reckoned as regulation (EEC, Euratom) no 1182/71
 * article 3 has it: the day of the event does not count, holidays within a period do, and a period
 * whose last day is a public holiday, a Saturday or a Sunday ends with the next working day. Days
 * are those of the country whose law governs the purchase.
 */
@Component
class LegalClocks {

  /** No opening hours of ours make these working days. */
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** Directive 2011/83/EU article 10(2): told within so many months, the usual days follow. */
  private static final int MONTHS_TO_INFORM = 12;

  private final BusinessCalendar calendar;

  LegalClocks(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * The last day on which a notice is in time: so many days after delivery (directive 2011/83/EU
   * article 9). Whoever was told of the right only later has as many days from then, and whoever
   * never was has months more from the end of the usual period (article 10).
   *
   * @param country ISO 3166 alpha-2
   * @param deliveredOn when the customer got the last of the goods, or {@code null} if not yet
   * @param informedOn when the customer was told of the right, no matter how long before delivery;
   *     {@code null}: never
   * @param days of the usual period, as the table {@code withdrawal-terms} has them
   * @param monthsUninformed by how much the period grows if the customer was never told; 0: by
   *     nothing, and telling late changes nothing either
   * @return empty as long as nothing is delivered: the period has not begun, and a notice is in
   *     time
   */
  Optional<LocalDate> lastDayToWithdraw(
      String country, LocalDate deliveredOn, LocalDate informedOn, int days, int monthsUninformed) {
    if (deliveredOn == null) {
      return Optional.empty();
    }
    LocalDate usual = workingDay(country, deliveredOn.plusDays(days));
    boolean informedInTime = informedOn != null && !informedOn.isAfter(deliveredOn);
    if (informedInTime || monthsUninformed == 0) {
      return Optional.of(usual);
    }
    boolean informedLater =
        informedOn != null && !informedOn.isAfter(deliveredOn.plusMonths(MONTHS_TO_INFORM));
    return Optional.of(
        workingDay(
            country,
            informedLater ? informedOn.plusDays(days) : usual.plusMonths(monthsUninformed)));
  }

  /**
   * Whether a notice that was given at an instant is in time: until the last hour of the last day
   * by the clock of the country.
   *
   * @param lastDay as {@link #lastDayToWithdraw} says
   */
  boolean inTime(String country, Instant noticeAt, Optional<LocalDate> lastDay) {
    LocalDate noticeOn = calendar.dateIn(country, noticeAt);
    return lastDay.map(day -> !noticeOn.isAfter(day)).orElse(true);
  }

  /**
   * The last day on which the customer sends the goods in time (article 14(1)).
   *
   * @param days from the notice
   */
  LocalDate lastDayToSendBack(String country, LocalDate noticeOn, int days) {
    return workingDay(country, noticeOn.plusDays(days));
  }

  /**
   * The last day on which the company pays back in time (article 13(1)). It binds the company, so
   * no holiday puts it off.
   *
   * @param days from the notice
   */
  LocalDate lastDayToRefund(LocalDate noticeOn, int days) {
    return noticeOn.plusDays(days);
  }

  private LocalDate workingDay(String country, LocalDate last) {
    LocalDate day = calendar.businessDayOnOrAfter(country, last);
    while (WEEKEND.contains(day.getDayOfWeek())) {
      day = calendar.businessDayOnOrAfter(country, day.plusDays(1));
    }
    return day;
  }
}
