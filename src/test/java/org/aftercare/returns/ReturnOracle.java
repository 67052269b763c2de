package org.aftercare.returns;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules of returns once more, in plain Java, written from the product's rules and the law and
 * not from the tables, so that a slip in one of the two shows. Knows the holidays by itself too.
 */
final class ReturnOracle {

  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "SE", ZoneId.of("Europe/Stockholm"),
          "NO", ZoneId.of("Europe/Oslo"),
          "DK", ZoneId.of("Europe/Copenhagen"),
          "PL", ZoneId.of("Europe/Warsaw"),
          "DE", ZoneId.of("Europe/Berlin"),
          "FI", ZoneId.of("Europe/Helsinki"));

  /** What 100 euros are about, in each currency. */
  private static final Map<String, Integer> HUNDRED_EUROS =
      Map.of("EUR", 100, "SEK", 1000, "NOK", 1000, "DKK", 750, "PLN", 400);

  private final LegalHolidays holidays = new LegalHolidays();

  static ZoneId zone(String country) {
    return ZONES.get(country);
  }

  ReturnVerdict decide(AnyReturn goods) {
    LocalDate noticeOn = LocalDate.ofInstant(goods.noticeAt(), zone(goods.country()));
    LocalDate lastDay = lastDay(goods);
    boolean inTime = lastDay == null || noticeOn.compareTo(lastDay) <= 0;
    String right = right(goods, inTime);
    List<String> signs = signs(goods);
    return new ReturnVerdict(
        lastDay,
        inTime,
        nextWorkingDay(goods.country(), noticeOn.plusDays(14)),
        noticeOn.plusDays(14),
        noticeOn.plusDays(10),
        noticeOn.plusDays(30),
        noticeOn.plusDays(10),
        store(goods) ? 10 : 0,
        right,
        settlement(goods, right),
        approver(goods),
        signs,
        signs.isEmpty() ? "NONE" : "FRAUD_CHECK");
  }

  LocalDate lastDay(AnyReturn goods) {
    LocalDate delivered = goods.deliveredOn();
    if (delivered == null) {
      return null;
    }
    if (store(goods)) {
      return nextWorkingDay(goods.country(), delivered.plusDays(30));
    }
    LocalDate initial = nextWorkingDay(goods.country(), delivered.plusDays(14));
    LocalDate informed = goods.informedOn();
    if (informed != null && informed.compareTo(delivered) <= 0) {
      return initial;
    }
    if (informed != null && informed.compareTo(delivered.plusYears(1)) <= 0) {
      return nextWorkingDay(goods.country(), informed.plusDays(14));
    }
    return nextWorkingDay(goods.country(), initial.plusYears(1));
  }

  private LocalDate nextWorkingDay(String country, LocalDate last) {
    LocalDate day = last;
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || holidays.on(country, day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static String right(AnyReturn goods, boolean inTime) {
    if (goods.defective()) {
      return "WARRANTY";
    }
    if (!goods.exclusion().equals("NONE")) {
      return "EXCLUDED";
    }
    if (!inTime) {
      return "LATE";
    }
    return store(goods) ? "VOLUNTARY" : "WITHDRAWAL";
  }

  private static String settlement(AnyReturn goods, String right) {
    boolean accepted = right.equals("WITHDRAWAL") || right.equals("VOLUNTARY");
    boolean neverInformed = goods.informedOn() == null;
    return switch (goods.grade()) {
      case "X" -> "HOLD";
      case "D" -> "REVIEW";
      case "C" -> {
        if (!accepted) {
          yield "REVIEW";
        }
        yield right.equals("WITHDRAWAL") && neverInformed ? "FULL" : "DEDUCT";
      }
      default -> accepted ? "FULL" : "REVIEW";
    };
  }

  private static String approver(AnyReturn goods) {
    Integer hundred = HUNDRED_EUROS.get(goods.currency());
    if (hundred == null) {
      return "finance";
    }
    boolean good = goods.grade().equals("A") || goods.grade().equals("B");
    if (good && goods.amount().compareTo(BigDecimal.valueOf(hundred)) <= 0) {
      return "NONE";
    }
    return goods.amount().compareTo(BigDecimal.valueOf(5L * hundred)) <= 0
        ? "front-office"
        : "finance";
  }

  private static List<String> signs(AnyReturn goods) {
    List<String> signs = new ArrayList<>();
    if (Boolean.FALSE.equals(goods.serialMatches())) {
      signs.add("SERIAL_MISMATCH");
    }
    if (Boolean.FALSE.equals(goods.complete())) {
      signs.add("ACCESSORIES_MISSING");
    }
    if (goods.weightDeviationPercent() != null && goods.weightDeviationPercent() > 10) {
      signs.add("WEIGHT_DEVIATES");
    }
    if (goods.notReceivedBefore() != null && goods.notReceivedBefore() > 1) {
      signs.add("NOT_RECEIVED_AGAIN");
    }
    if (goods.orders6Months() != null
        && goods.returnedPercent() != null
        && goods.orders6Months() >= 10
        && goods.returnedPercent() > 40) {
      signs.add("RETURNS_OFTEN");
    }
    return signs;
  }

  private static boolean store(AnyReturn goods) {
    return goods.channel().equals("STORE");
  }
}
