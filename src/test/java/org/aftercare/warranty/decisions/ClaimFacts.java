package org.aftercare.warranty.decisions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * The dates of one claim, turned into what the coverage table is given: started months since
 * delivery and days since the fault was noticed.
 */
record ClaimFacts(
    String country,
    LocalDate purchasedOn,
    LocalDate deliveredOn,
    LocalDate noticedOn,
    LocalDate reportedOn,
    boolean meantToLast,
    boolean commercialGuarantee,
    boolean misuse,
    int extendedMonths) {

  /** Bought and delivered on a day, noticed and reported on another; nothing special about it. */
  static ClaimFacts of(String country, LocalDate bought, LocalDate reported) {
    return new ClaimFacts(country, bought, bought, reported, reported, false, false, false, 0);
  }

  ClaimFacts noticed(LocalDate day) {
    return new ClaimFacts(
        country,
        purchasedOn,
        deliveredOn,
        day,
        reportedOn,
        meantToLast,
        commercialGuarantee,
        misuse,
        extendedMonths);
  }

  ClaimFacts reported(LocalDate day) {
    return new ClaimFacts(
        country,
        purchasedOn,
        deliveredOn,
        noticedOn,
        day,
        meantToLast,
        commercialGuarantee,
        misuse,
        extendedMonths);
  }

  ClaimFacts lasting() {
    return new ClaimFacts(
        country,
        purchasedOn,
        deliveredOn,
        noticedOn,
        reportedOn,
        true,
        commercialGuarantee,
        misuse,
        extendedMonths);
  }

  ClaimFacts guaranteed() {
    return new ClaimFacts(
        country,
        purchasedOn,
        deliveredOn,
        noticedOn,
        reportedOn,
        meantToLast,
        true,
        misuse,
        extendedMonths);
  }

  ClaimFacts misused() {
    return new ClaimFacts(
        country,
        purchasedOn,
        deliveredOn,
        noticedOn,
        reportedOn,
        meantToLast,
        commercialGuarantee,
        true,
        extendedMonths);
  }

  ClaimFacts extendedBy(int months) {
    return new ClaimFacts(
        country,
        purchasedOn,
        deliveredOn,
        noticedOn,
        reportedOn,
        meantToLast,
        commercialGuarantee,
        misuse,
        months);
  }

  /** The smallest n with reportedOn not after deliveredOn plus n months. */
  int monthsSinceDelivery() {
    int months = 0;
    while (reportedOn.isAfter(deliveredOn.plusMonths(months))) {
      months++;
    }
    return months;
  }

  Map<String, Object> variables() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", country);
    facts.put(
        "purchasedOn", Date.from(purchasedOn.atStartOfDay(ZoneId.systemDefault()).toInstant()));
    facts.put("meantToLast", meantToLast);
    facts.put("monthsSinceDelivery", monthsSinceDelivery());
    facts.put("daysSinceNoticed", (int) (reportedOn.toEpochDay() - noticedOn.toEpochDay()));
    facts.put("commercialGuarantee", commercialGuarantee);
    facts.put("misuse", misuse);
    facts.put("extendedMonths", extendedMonths);
    return facts;
  }
}
