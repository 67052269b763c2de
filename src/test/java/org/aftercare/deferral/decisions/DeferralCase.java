package org.aftercare.deferral.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One request with its dates, turned into what the tables are given. */
record DeferralCase(
    String country,
    LocalDate requestedOn,
    LocalDate dueOn,
    LocalDate payOn,
    int instalments,
    String status,
    String circumstance,
    boolean disputed,
    boolean inCollection,
    boolean business,
    boolean deferredBefore,
    int deferrals,
    int overdueInvoices,
    int lateOfLastTwo,
    String currency,
    BigDecimal balance,
    int cleanMonths) {

  static final List<String> COUNTRIES = List.of("SE", "NO", "DK", "PL", "DE", "FI", "XX");

  /** Around them lie the limits of the days: by itself, after clean months, by a person. */
  private static final int[] DAYS = {1, 14, 30, 50, 90};

  private static final List<LocalDate> DAYS_OF_NOTE =
      List.of(
          LocalDate.of(2026, 11, 20),
          LocalDate.of(2028, 2, 28),
          LocalDate.of(2027, 2, 28),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2027, 3, 28));

  /** Asked for in good time by somebody who always pays; nothing speaks against it. */
  static DeferralCase ordinary(String country) {
    LocalDate dueOn = LocalDate.of(2026, 12, 10);
    return new DeferralCase(
        country,
        LocalDate.of(2026, 11, 25),
        dueOn,
        dueOn.plusDays(14),
        0,
        "OPEN",
        "NONE",
        false,
        false,
        false,
        false,
        0,
        0,
        0,
        DeferralOracle.currency(country),
        new BigDecimal("100.00"),
        0);
  }

  /** Most things are in order in most cases, so that each limit is met by itself. */
  static DeferralCase any(Random random) {
    String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
    LocalDate requestedOn =
        DAYS_OF_NOTE.get(random.nextInt(DAYS_OF_NOTE.size())).plusDays(random.nextInt(5) - 2L);
    LocalDate dueOn =
        requestedOn.plusDays(rarely(random) ? random.nextInt(3) - 2 : random.nextInt(30));
    LocalDate payOn =
        rarely(random)
            ? null
            : dueOn.plusDays(DAYS[random.nextInt(DAYS.length)] + random.nextInt(3) - 1L);
    BigDecimal balance =
        random.nextBoolean()
            ? DeferralOracle.cap(country)
                .add(new BigDecimal(random.nextInt(3) - 1).movePointLeft(2))
            : new BigDecimal(random.nextInt(100_000)).movePointLeft(2);
    return new DeferralCase(
        country,
        requestedOn,
        dueOn,
        payOn,
        rarely(random) ? 2 + random.nextInt(3) : 0,
        rarely(random) ? List.of("PAID", "CANCELLED").get(random.nextInt(2)) : "OPEN",
        rarely(random) ? List.of("HARDSHIP", "DEATH", "INSOLVENCY").get(random.nextInt(3)) : "NONE",
        rarely(random),
        rarely(random),
        rarely(random),
        rarely(random),
        rarely(random) ? 2 + random.nextInt(2) : random.nextInt(2),
        rarely(random) ? 1 + random.nextInt(2) : 0,
        rarely(random) ? 1 + random.nextInt(2) : 0,
        rarely(random) ? "CHF" : DeferralOracle.currency(country),
        balance,
        10 + random.nextInt(5));
  }

  private static boolean rarely(Random random) {
    return random.nextInt(16) == 0;
  }

  DeferralCase paying(LocalDate day) {
    return new DeferralCase(
        country,
        requestedOn,
        dueOn,
        day,
        instalments,
        status,
        circumstance,
        disputed,
        inCollection,
        business,
        deferredBefore,
        deferrals,
        overdueInvoices,
        lateOfLastTwo,
        currency,
        balance,
        cleanMonths);
  }

  DeferralCase clean(int months) {
    return new DeferralCase(
        country,
        requestedOn,
        dueOn,
        payOn,
        instalments,
        status,
        circumstance,
        disputed,
        inCollection,
        business,
        deferredBefore,
        deferrals,
        overdueInvoices,
        lateOfLastTwo,
        currency,
        balance,
        months);
  }

  DeferralCase owing(BigDecimal amount) {
    return new DeferralCase(
        country,
        requestedOn,
        dueOn,
        payOn,
        instalments,
        status,
        circumstance,
        disputed,
        inCollection,
        business,
        deferredBefore,
        deferrals,
        overdueInvoices,
        lateOfLastTwo,
        currency,
        amount,
        cleanMonths);
  }

  DeferralCase asked(LocalDate day) {
    return new DeferralCase(
        country,
        day,
        dueOn,
        payOn,
        instalments,
        status,
        circumstance,
        disputed,
        inCollection,
        business,
        deferredBefore,
        deferrals,
        overdueInvoices,
        lateOfLastTwo,
        currency,
        balance,
        cleanMonths);
  }

  Map<String, Object> variables() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", country);
    facts.put("requestedOn", date(requestedOn));
    facts.put("status", status);
    facts.put("circumstance", circumstance);
    facts.put("disputed", disputed);
    facts.put("inCollection", inCollection);
    facts.put("business", business);
    facts.put("daysToDue", Math.toIntExact(ChronoUnit.DAYS.between(requestedOn, dueOn)));
    facts.put("deferredBefore", deferredBefore);
    facts.put("deferrals", deferrals);
    facts.put("instalmentsWanted", instalments);
    facts.put(
        "daysWanted",
        payOn == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(dueOn, payOn)));
    facts.put("overdueInvoices", overdueInvoices);
    facts.put("lateOfLastTwo", lateOfLastTwo);
    facts.put("currency", currency);
    facts.put("balance", balance.doubleValue());
    facts.put("cleanMonths", cleanMonths);
    return facts;
  }

  static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }
}
