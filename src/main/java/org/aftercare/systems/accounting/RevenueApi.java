package org.aftercare.systems.accounting;

import org.aftercare.systems.Revenue.RevenueBooking;
import org.aftercare.systems.Revenue.RevenueRequest;
import org.aftercare.systems.Revenue.RevenueReversal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What {@code contracts/accounting.yaml} says of revenue, in Java. */
interface RevenueApi {

  @PostExchange("/revenue")
  RevenueBooking book(
      @RequestHeader("Idempotency-Key") String key, @RequestBody RevenueRequest request);

  @GetExchange("/operations/{key}")
  RevenueBooking booked(@PathVariable String key);

  @PostExchange("/revenue/{bookingId}/reversal")
  RevenueReversal reverse(
      @RequestHeader("Idempotency-Key") String key, @PathVariable String bookingId);

  @GetExchange("/operations/{key}")
  RevenueReversal reversed(@PathVariable String key);
}
