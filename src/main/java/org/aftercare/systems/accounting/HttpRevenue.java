package org.aftercare.systems.accounting;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Revenue;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Bookings of revenue over HTTP. */
@Component
class HttpRevenue implements Revenue {

  private static final Operation<RevenueBooking> BOOK =
      new Operation<>(
          "book revenue",
          Set.of("NO_REVENUE_ACCOUNT"),
          (reply, booking) -> reply.text("bookingId", booking.bookingId(), ReplyCheck.LONGEST_ID));

  private static final Operation<RevenueReversal> REVERSE =
      new Operation<>(
          "reverse revenue",
          (reply, reversal) ->
              reply.text("reversalId", reversal.reversalId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final RevenueApi api;

  HttpRevenue(@Qualifier("accountingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(RevenueApi.class);
  }

  @Override
  public RevenueBooking book(String key, RevenueRequest request) {
    return system.change(BOOK, () -> api.book(key, request));
  }

  @Override
  public Optional<RevenueBooking> findBooked(String key) {
    return system.read(BOOK, () -> api.booked(key));
  }

  @Override
  public RevenueReversal reverse(String key, String bookingId) {
    return system.change(REVERSE, () -> api.reverse(key, bookingId));
  }

  @Override
  public Optional<RevenueReversal> findReversed(String key) {
    return system.read(REVERSE, () -> api.reversed(key));
  }
}
