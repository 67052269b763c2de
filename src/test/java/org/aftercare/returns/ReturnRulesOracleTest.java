package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.ProductCalendar;
import org.aftercare.testing.DecisionTable;
import org.junit.jupiter.api.Test;

/**
 * The tables and clocks of returns against {@link ReturnOracle}, over all inputs and their limits.
 */
class ReturnRulesOracleTest {

  private static final int CASES = 12_000;

  private static final List<String> COUNTRIES = List.of("SE", "NO", "DK", "PL", "DE", "FI");
  private static final List<String> EXCLUSIONS =
      List.of(
          "MADE_TO_ORDER", "PERISHABLE", "UNSEALED_HYGIENE", "UNSEALED_MEDIA", "DIGITAL_STARTED");
  private static final List<String> CURRENCIES = List.of("EUR", "SEK", "NOK", "DKK", "PLN", "CHF");
  private static final List<Integer> LIMITS = List.of(100, 500, 400, 2000, 750, 3750, 1000, 5000);
  private static final List<LocalTime> AROUND_MIDNIGHT =
      List.of(
          LocalTime.MIDNIGHT,
          LocalTime.of(0, 0, 1),
          LocalTime.of(0, 59, 59),
          LocalTime.of(1, 0),
          LocalTime.of(2, 30),
          LocalTime.NOON,
          LocalTime.of(22, 59, 59),
          LocalTime.of(23, 0),
          LocalTime.of(23, 59, 59));

  /** Before the last days of the year, around leap days, before summer time and its end. */
  private static final List<String> DAYS_OF_THE_YEAR =
      List.of(
          "01-31", "02-14", "02-15", "02-27", "02-28", "02-29", "03-01", "03-14", "03-29", "04-03",
          "04-17", "05-03", "05-23", "06-06", "06-20", "10-11", "10-17", "12-10", "12-11", "12-12",
          "12-17", "12-18", "12-31");

  private final BusinessCalendar calendar = ProductCalendar.shipped();
  private final LegalClocks clocks = new LegalClocks(calendar);
  private final DecisionTable terms = table("withdrawal-terms", "withdrawal-terms");
  private final DecisionTable deadlines = table("return-deadlines", "return-deadlines");
  private final DecisionTable right = table("return-right", "return-right");
  private final DecisionTable signs = table("fraud-signs", "fraud-signs");
  private final DecisionTable grading = table("grading", "grading");
  private final DecisionTable approver = table("refund-approver", "refund-approver");
  private final DecisionTable check = table("fraud-signs", "fraud-check");
  private final ReturnOracle oracle = new ReturnOracle();

  @Test
  void agreesWithTheRulesInPlainJavaOnTwelveThousandReturns() {
    Random random = new Random(20261122);
    Set<String> seen = new TreeSet<>();
    int lastDayMoved = 0;
    int onLastDay = 0;
    int dayAfter = 0;
    for (int i = 0; i < CASES; i++) {
      AnyReturn goods = anyReturn(random);
      ReturnVerdict expected = oracle.decide(goods);
      assertThat(decide(goods)).as("case %d: %s", i, goods).isEqualTo(expected);
      seen.add(expected.right());
      seen.add(expected.settlement());
      seen.add(expected.approver());
      seen.addAll(expected.signs());
      if (expected.lastDay() != null) {
        LocalDate notice =
            LocalDate.ofInstant(goods.noticeAt(), ReturnOracle.zone(goods.country()));
        onLastDay += notice.equals(expected.lastDay()) ? 1 : 0;
        dayAfter += notice.equals(expected.lastDay().plusDays(1)) ? 1 : 0;
        int days = goods.channel().equals("STORE") ? 30 : 14;
        lastDayMoved +=
            expected.lastDay().isAfter(goods.deliveredOn().plusDays(days))
                    && expected.lastDay().isBefore(goods.deliveredOn().plusDays(days + 8L))
                ? 1
                : 0;
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "WITHDRAWAL",
            "VOLUNTARY",
            "LATE",
            "EXCLUDED",
            "WARRANTY",
            "FULL",
            "DEDUCT",
            "REVIEW",
            "HOLD",
            "NONE",
            "front-office",
            "finance",
            "SERIAL_MISMATCH",
            "ACCESSORIES_MISSING",
            "WEIGHT_DEVIATES",
            "NOT_RECEIVED_AGAIN",
            "RETURNS_OFTEN");
    assertThat(lastDayMoved).as("last days that were holidays").isGreaterThan(CASES / 10);
    assertThat(onLastDay).as("notices on the last day").isGreaterThan(CASES / 10);
    assertThat(dayAfter).as("notices on the day after").isGreaterThan(CASES / 10);
  }

  private ReturnVerdict decide(AnyReturn goods) {
    LocalDate noticeOn = calendar.dateIn(goods.country(), goods.noticeAt());
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", goods.country());
    facts.put("channel", goods.channel());
    facts.put("noticeOn", noticeOn.toString());
    Map<String, Object> law = terms.row(facts);
    Map<String, Object> own = deadlines.row(facts);
    Optional<LocalDate> lastDay =
        clocks.lastDayToWithdraw(
            goods.country(),
            goods.deliveredOn(),
            goods.informedOn(),
            days(law, "withdrawalDays"),
            days(law, "uninformedMonths"));
    boolean inTime = clocks.inTime(goods.country(), goods.noticeAt(), lastDay);
    facts.put("exclusion", goods.exclusion());
    facts.put("inTime", inTime);
    facts.put("defective", goods.defective());
    facts.put("right", right.decide(facts));
    facts.put("grade", goods.grade());
    facts.put("informed", goods.informedOn() != null);
    facts.put("currency", goods.currency());
    facts.put("amount", goods.amount().doubleValue());
    facts.put("serialMatches", goods.serialMatches());
    facts.put("complete", goods.complete());
    facts.put("weightDeviationPercent", goods.weightDeviationPercent());
    facts.put("notReceivedBefore", goods.notReceivedBefore());
    facts.put("orders6Months", goods.orders6Months());
    facts.put("returnedPercent", goods.returnedPercent());
    return new ReturnVerdict(
        lastDay.orElse(null),
        inTime,
        clocks.lastDayToSendBack(goods.country(), noticeOn, days(law, "sendBackDays")),
        clocks.lastDayToRefund(noticeOn, days(law, "refundDays")),
        noticeOn.plusDays(days(own, "remindAfterDays")),
        noticeOn.plusDays(days(own, "closeAfterDays")),
        noticeOn.plusDays(days(own, "escalateAfterDays")),
        days(law, "restockingPercent"),
        (String) facts.get("right"),
        grading.decide(facts),
        approver.decide(facts),
        signs.collect("sign", facts),
        check.decide(facts));
  }

  private static int days(Map<String, Object> row, String figure) {
    return (Integer) row.get(figure);
  }

  private AnyReturn anyReturn(Random random) {
    boolean store = random.nextInt(4) == 0;
    LocalDate delivered = random.nextInt(40) == 0 ? null : delivered(random);
    AnyReturn without =
        new AnyReturn(
            one(random, COUNTRIES),
            store ? "STORE" : "ONLINE",
            delivered,
            informed(random, delivered),
            null,
            random.nextInt(3) == 0 ? one(random, EXCLUSIONS) : "NONE",
            random.nextInt(8) == 0,
            one(random, List.of("A", "B", "C", "D", "X")),
            amount(random),
            one(random, CURRENCIES),
            maybe(random, random.nextInt(4) > 0),
            maybe(random, random.nextInt(4) > 0),
            maybe(random, one(random, List.of(0.0, 9.99, 10.0, 10.01, 55.5))),
            maybe(random, random.nextInt(4)),
            maybe(random, one(random, List.of(0, 1, 9, 10, 11, 40))),
            maybe(random, one(random, List.of(0.0, 39.99, 40.0, 40.01, 100.0))));
    return noticed(without, random);
  }

  private static LocalDate delivered(Random random) {
    int year = 2026 + random.nextInt(4);
    if (random.nextBoolean()) {
      // Any day of a leap year; FEEL is slow, and asked once for each day.
      return LocalDate.ofYearDay(2028, 1 + random.nextInt(366));
    }
    String day = one(random, DAYS_OF_THE_YEAR);
    boolean leapDay = day.equals("02-29") && !LocalDate.of(year, 1, 1).isLeapYear();
    return LocalDate.parse(year + "-" + (leapDay ? "02-28" : day));
  }

  /** With the order, on the days around delivery and around the end of the year after it. */
  private static LocalDate informed(Random random, LocalDate delivered) {
    if (delivered == null) {
      return random.nextBoolean() ? LocalDate.of(2026, 3, 1) : null;
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> null;
      case 2 -> delivered.plusDays(random.nextInt(3) - 1L);
      case 3 -> delivered.plusYears(1).plusDays(random.nextInt(3) - 1L);
      case 4 -> delivered.plusDays(random.nextInt(400));
      default -> delivered.minusDays(random.nextInt(10));
    };
  }

  /** Most on the day before, of and after the last one, where mistakes live. */
  private AnyReturn noticed(AnyReturn goods, Random random) {
    LocalDate day;
    if (goods.deliveredOn() == null) {
      day = LocalDate.of(2028, 1, 1).plusDays(random.nextInt(366));
    } else if (random.nextInt(4) > 0) {
      day = oracle.lastDay(goods).plusDays(random.nextInt(3) - 1L);
    } else {
      day = goods.deliveredOn().plusDays(random.nextInt(450));
    }
    Instant at =
        day.atTime(one(random, AROUND_MIDNIGHT))
            .atZone(ReturnOracle.zone(goods.country()))
            .toInstant();
    return new AnyReturn(
        goods.country(),
        goods.channel(),
        goods.deliveredOn(),
        goods.informedOn(),
        at,
        goods.exclusion(),
        goods.defective(),
        goods.grade(),
        goods.amount(),
        goods.currency(),
        goods.serialMatches(),
        goods.complete(),
        goods.weightDeviationPercent(),
        goods.notReceivedBefore(),
        goods.orders6Months(),
        goods.returnedPercent());
  }

  /** At, just under and just over a limit, or anything. */
  private static BigDecimal amount(Random random) {
    return random.nextInt(4) > 0
        ? BigDecimal.valueOf(one(random, LIMITS) * 100L + random.nextInt(3) - 1, 2)
        : BigDecimal.valueOf(random.nextInt(300) * 2_731L, 2);
  }

  private static <T> T maybe(Random random, T value) {
    return random.nextInt(5) == 0 ? null : value;
  }

  private static <T> T one(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static DecisionTable table(String file, String decision) {
    return DecisionTable.of("returns/" + file + ".dmn", decision);
  }
}
