package org.aftercare.systems.parts;

import org.aftercare.systems.Parts.Released;
import org.aftercare.systems.Parts.RepairEstimate;
import org.aftercare.systems.Parts.Reservation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/parts.yaml} in Java. */
interface PartsApi {

  @GetExchange("/repair-estimates")
  RepairEstimate estimate(@RequestParam String sku, @RequestParam String symptom);

  @PostExchange("/reservations")
  Reservation reserve(
      @RequestHeader("Idempotency-Key") String key, @RequestBody ReservationRequest request);

  @GetExchange("/operations/{key}")
  Reservation reservation(@PathVariable String key);

  @PostExchange("/reservations/{reservationId}/release")
  Released release(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String reservationId);

  @GetExchange("/operations/{key}")
  Released released(@PathVariable String key);

  record ReservationRequest(String caseNumber, String partNumber, int quantity) {}
}
