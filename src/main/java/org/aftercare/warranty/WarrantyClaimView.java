package org.aftercare.warranty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aftercare.cases.ServiceCase;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.warranty.WarrantyClaim.Symptom;

/**
 * A claim as its customer and staff see it.
 *
 * @param orderNumber the order that the customer named, or {@code null}
 * @param product what was bought, or {@code null} until it is found
 * @param outcome how it ended, or {@code null} while it runs
 * @param bookings what other systems have been asked to do for it, oldest first
 */
record WarrantyClaimView(
    String caseNumber,
    String customerId,
    ServiceCase.Status status,
    String outcome,
    String orderNumber,
    String serialNumber,
    String product,
    Symptom symptom,
    LocalDate noticedOn,
    LocalDate reportedOn,
    List<Booking> bookings) {

  static WarrantyClaimView of(ServiceCase of, WarrantyClaim claim, List<Commitment> commitments) {
    return new WarrantyClaimView(
        of.caseNumber(),
        of.customerId(),
        of.status(),
        of.outcome(),
        claim.orderNumber(),
        claim.serialNumber(),
        claim.found().map(Purchase::product).orElse(null),
        claim.report().symptom(),
        claim.report().noticedOn(),
        claim.report().reportedOn(),
        commitments.stream()
            .filter(made -> made.kind() != Commitment.Kind.RECOVERY)
            .filter(made -> made.state() != Commitment.State.REFUSED)
            .map(Booking::of)
            .toList());
  }

  /**
   * @param trackingNumber of a transport, or else {@code null}
   * @param expectedOn when a part is expected or an invoice due, or else {@code null}
   * @param startsAt when a visit begins, or else {@code null}
   * @param endsAt when a visit ends, or else {@code null}
   */
  record Booking(
      Commitment.Kind kind,
      Commitment.State state,
      String reference,
      String trackingNumber,
      LocalDate expectedOn,
      Instant startsAt,
      Instant endsAt) {

    static Booking of(Commitment made) {
      boolean transport =
          switch (made.kind()) {
            case PICK_UP, RETURN, DELIVERY, LOANER -> true;
            default -> false;
          };
      return new Booking(
          made.kind(),
          made.state(),
          made.reference(),
          transport ? made.detail() : null,
          made.expectedOn(),
          made.startsAt(),
          made.endsAt());
    }
  }
}
