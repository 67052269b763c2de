package org.aftercare.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happens at a partner.
 *
 * @param type a callback's type, for example {@code shipment.delivered}
 * @param caseNumber whose; may be {@code null} with an id
 * @param id of the shipment, reservation, appointment or invoice; {@code null}: the case's open one
 * @param expectedOn a late part's new day, or {@code null} for two weeks later
 * @param startsAt a moved visit's new time, or {@code null} for a day later
 * @param endsAt its end, or {@code null} for two hours after
 * @param visitResult what a completed visit came to
 * @param amount what is paid of an invoice, or {@code null} for half of what is left
 * @param twice whether the product is told twice, under one id
 */
record PartnerEvent(
    String type,
    String caseNumber,
    String id,
    LocalDate expectedOn,
    Instant startsAt,
    Instant endsAt,
    String visitResult,
    BigDecimal amount,
    boolean twice) {

  static PartnerEvent of(String type, String id) {
    return new PartnerEvent(type, null, id, null, null, null, null, null, false);
  }

  static PartnerEvent visit(String id, String visitResult) {
    return new PartnerEvent(
        "visit.completed", null, id, null, null, null, visitResult, null, false);
  }
}
