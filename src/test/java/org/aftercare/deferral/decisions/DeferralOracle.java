package org.aftercare.deferral.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The rules of deferrals once more, in plain Java, written from the product's rules and not from
 * the tables, so that a slip in one of the two shows.
 */
final class DeferralOracle {

  /** From this day on the second consumer credit directive applies. */
  private static final LocalDate SECOND_DIRECTIVE = LocalDate.of(2026, 11, 20);

  /** The most that even a person may grant, in days after the due date. */
  static int limitDays(LocalDate requestedOn) {
    return requestedOn.isBefore(SECOND_DIRECTIVE) ? 90 : 50;
  }

  /** Up to this much an answer needs no person; in the country's own currency. */
  static BigDecimal cap(String country) {
    return switch (country) {
      case "SE" -> new BigDecimal("15000");
      case "NO" -> new BigDecimal("20000");
      case "DK" -> new BigDecimal("10000");
      case "PL" -> new BigDecimal("5000");
      default -> new BigDecimal("1500");
    };
  }

  static String currency(String country) {
    return switch (country) {
      case "SE" -> "SEK";
      case "NO" -> "NOK";
      case "DK" -> "DKK";
      case "PL" -> "PLN";
      default -> "EUR";
    };
  }

  String decide(DeferralCase of) {
    if (!of.status().equals("OPEN")) {
      return "CLOSE";
    }
    if (!of.circumstance().equals("NONE")) {
      return "REFER";
    }
    if (of.disputed()) {
      return "DISPUTE";
    }
    if (of.inCollection()) {
      return "REFUSE";
    }
    if (of.business()) {
      return "REFER";
    }
    boolean pastDue = of.dueOn().isBefore(of.requestedOn());
    boolean repeated = of.deferredBefore() || of.deferrals() >= 2;
    if (pastDue || repeated) {
      return "REFUSE";
    }
    return needsPerson(of) ? "REFER" : "APPROVE";
  }

  private static boolean needsPerson(DeferralCase of) {
    boolean untidy = of.overdueInvoices() > 0 || of.lateOfLastTwo() > 0;
    boolean large =
        !of.currency().equals(currency(of.country()))
            || of.balance().compareTo(cap(of.country())) > 0;
    boolean noDay = of.payOn() == null || of.instalments() > 0;
    return untidy || large || noDay || tooLong(of);
  }

  private static boolean tooLong(DeferralCase of) {
    int free = of.cleanMonths() >= 12 ? 30 : 14;
    return of.payOn().isAfter(of.dueOn().plusDays(free));
  }

  /** The one thing that is said to the customer, the gravest first. */
  String reason(DeferralCase of) {
    if (!of.status().equals("OPEN")) {
      return "NOTHING_DUE";
    }
    if (!of.circumstance().equals("NONE")) {
      return of.circumstance();
    }
    if (of.disputed()) {
      return "DISPUTED";
    }
    if (of.inCollection()) {
      return "IN_COLLECTION";
    }
    if (of.business()) {
      return "BUSINESS";
    }
    if (of.dueOn().isBefore(of.requestedOn())) {
      return "PAST_DUE";
    }
    if (of.deferredBefore()) {
      return "DEFERRED_BEFORE";
    }
    if (of.deferrals() >= 2) {
      return "TOO_OFTEN";
    }
    if (of.instalments() > 0) {
      return "INSTALMENTS";
    }
    LocalDate latest = of.dueOn().plusDays(limitDays(of.requestedOn()));
    if (of.payOn() != null && of.payOn().isAfter(latest)) {
      return "BEYOND_LIMIT";
    }
    if (of.overdueInvoices() > 0) {
      return "OVERDUE";
    }
    if (of.lateOfLastTwo() > 0) {
      return "LATE_PAYMENT";
    }
    if (!of.currency().equals(currency(of.country()))) {
      return "OTHER_CURRENCY";
    }
    if (of.balance().compareTo(cap(of.country())) > 0) {
      return "ABOVE_CAP";
    }
    return of.payOn() == null || tooLong(of) ? "LONGER" : "IN_ORDER";
  }
}
