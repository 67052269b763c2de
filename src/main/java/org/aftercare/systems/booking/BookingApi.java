package org.aftercare.systems.booking;

import org.aftercare.systems.Booking.Appointment;
import org.aftercare.systems.Booking.CancelledVisit;
import org.aftercare.systems.Booking.VisitRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@code contracts/booking.yaml} in Java. */
interface BookingApi {

  @PostExchange("/appointments")
  Appointment book(@RequestHeader("Idempotency-Key") String key, @RequestBody VisitRequest request);

  @GetExchange("/operations/{key}")
  Appointment appointment(@PathVariable String key);

  @PostExchange("/appointments/{appointmentId}/cancellation")
  CancelledVisit cancel(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String appointmentId);

  @GetExchange("/operations/{key}")
  CancelledVisit cancelled(@PathVariable String key);
}
