package org.aftercare.warranty.decisions;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The coverage rules once more, in plain Java and on dates instead of counted months, written from
 * the product's rules and not from the table, so that a slip in one of the two shows.
 */
final class CoverageOracle {

  /** Reported within this many months after the period, a person decides (default). */
  private static final int GOODWILL_MONTHS = 6;

  /** The longest two calendar months; a notice within two months is always in time. */
  private static final int NOTICE_DAYS = 62;

  /** The clock by which a claim's day counts; the company's own where it sells nothing. */
  static ZoneId zone(String country) {
    return ZoneId.of(
        switch (country) {
          case "FI" -> "Europe/Helsinki";
          case "PL" -> "Europe/Warsaw";
          case "NO" -> "Europe/Oslo";
          case "DK" -> "Europe/Copenhagen";
          case "DE" -> "Europe/Berlin";
          case "FR" -> "Europe/Paris";
          default -> "Europe/Stockholm";
        });
  }

  String decide(ClaimFacts claim) {
    if (claim.misuse()) {
      return "MISUSE";
    }
    LocalDate reported = claim.reportedOn();
    LocalDate delivered = claim.deliveredOn();
    LocalDate burdenEnds = delivered.plusMonths(burdenMonths(claim));
    LocalDate complaintEnds = delivered.plusMonths(complaintMonths(claim) + claim.extendedMonths());
    boolean noticeInTime =
        !hasNoticeDuty(claim.country())
            || !reported.isAfter(claim.noticedOn().plusDays(NOTICE_DAYS));

    boolean coveredByLaw = !reported.isAfter(burdenEnds) && noticeInTime;
    if (coveredByLaw) {
      return "COVERED";
    }
    if (claim.commercialGuarantee()) {
      return "GUARANTEE";
    }
    if (!reported.isAfter(complaintEnds)) {
      return noticeInTime ? "EVIDENCE_NEEDED" : "NOTICE_TOO_LATE";
    }
    LocalDate goodwillEnds =
        delivered.plusMonths(complaintMonths(claim) + claim.extendedMonths() + GOODWILL_MONTHS);
    return reported.isAfter(goodwillEnds) ? "OUT_OF_PERIOD" : "GOODWILL";
  }

  private static int complaintMonths(ClaimFacts claim) {
    if (claim.country().equals("SE")) {
      return 36;
    }
    return claim.country().equals("NO") && claim.meantToLast() ? 60 : 24;
  }

  private static int burdenMonths(ClaimFacts claim) {
    return switch (claim.country()) {
      case "SE" -> boughtFrom(claim, 2022) ? 24 : 6;
      case "NO" -> boughtFrom(claim, 2024) ? 24 : 6;
      case "PL" -> boughtFrom(claim, 2023) ? 24 : 12;
      default -> boughtFrom(claim, 2022) ? 12 : 6;
    };
  }

  private static boolean boughtFrom(ClaimFacts claim, int year) {
    return !claim.purchasedOn().isBefore(LocalDate.of(year, 1, 1));
  }

  private static boolean hasNoticeDuty(String country) {
    return switch (country) {
      case "SE", "NO", "DK" -> true;
      default -> false;
    };
  }
}
