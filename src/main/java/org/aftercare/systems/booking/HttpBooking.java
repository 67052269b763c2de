package org.aftercare.systems.booking;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Booking;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Technicians' calendars over HTTP. */
@Component
class HttpBooking implements Booking {

  private static final Operation<Appointment> BOOK =
      new Operation<>("book visit", Set.of("NO_SLOT"), HttpBooking::check);

  private static final Operation<CancelledVisit> CANCEL =
      new Operation<>(
          "cancel visit",
          (reply, cancelled) ->
              reply.text("reference", cancelled.reference(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final BookingApi api;

  HttpBooking(@Qualifier("bookingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(BookingApi.class);
  }

  @Override
  public Appointment book(String key, VisitRequest request) {
    return system.change(BOOK, () -> api.book(key, request));
  }

  @Override
  public Optional<Appointment> findAppointment(String key) {
    return system.read(BOOK, () -> api.appointment(key));
  }

  @Override
  public CancelledVisit cancel(String key, String appointmentId) {
    return system.change(CANCEL, () -> api.cancel(key, appointmentId));
  }

  @Override
  public Optional<CancelledVisit> findCancelled(String key) {
    return system.read(CANCEL, () -> api.cancelled(key));
  }

  private static void check(ReplyCheck reply, Appointment appointment) {
    reply.text("appointmentId", appointment.appointmentId(), ReplyCheck.LONGEST_ID);
    reply.present("startsAt", appointment.startsAt());
    reply.present("endsAt", appointment.endsAt());
    reply.text("technician", appointment.technician());
    if (!appointment.endsAt().isAfter(appointment.startsAt())) {
      throw reply.broken("endsAt", "is not after startsAt");
    }
  }
}
