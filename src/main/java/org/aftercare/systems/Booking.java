package org.aftercare.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Technicians' calendars. Visits' results and moved appointments come back as callbacks. */
public interface Booking {

  /**
   * Books the first free visit on or after a day.
   *
   * @throws SystemRefusalException {@code NO_SLOT}
   */
  Appointment book(String key, VisitRequest request);

  Optional<Appointment> findAppointment(String key);

  /** Cancels a visit; nothing happens if it is over. */
  CancelledVisit cancel(String key, String appointmentId);

  Optional<CancelledVisit> findCancelled(String key);

  record VisitRequest(
      String caseNumber,
      String productGroup,
      LocalDate notBefore,
      String customerName,
      String phone,
      Address address) {}

  record Appointment(String appointmentId, Instant startsAt, Instant endsAt, String technician) {}

  record CancelledVisit(String reference) {}
}
