package org.aftercare.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;
import org.aftercare.engine.StaffGroup;

/** Technicians' calendars. Visits' results and moved appointments come back as callbacks. */
@DataSource(
    name = "Technicians' calendars",
    system = "Booking",
    owner = StaffGroup.REPAIR_PLANNING,
    kept = DataSource.BY_ITS_SYSTEM)
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
      @Personal String customerName,
      @Personal String phone,
      Address address) {}

  record Appointment(
      String appointmentId, Instant startsAt, Instant endsAt, @Personal String technician) {}

  record CancelledVisit(String reference) {}
}
