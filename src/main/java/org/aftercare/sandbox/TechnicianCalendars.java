package org.aftercare.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can come when: working days, holidays, four visits a day, and what is taken. */
class TechnicianCalendars {

  private static final Duration VISIT = Duration.ofHours(2);
  private static final List<LocalTime> STARTS =
      List.of(LocalTime.of(8, 0), LocalTime.of(10, 0), LocalTime.of(13, 0), LocalTime.of(15, 0));

  private final JdbcClient jdbc;
  private final SandboxClock clock;
  private final Duration horizon;

  TechnicianCalendars(JdbcClient jdbc, SandboxClock clock, Duration horizon) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.horizon = horizon;
  }

  /** A visit's time and who comes. */
  record Slot(String technicianId, String technician, Instant startsAt, Instant endsAt) {}

  /**
   * Takes the first free visit on or after a day, tomorrow at the earliest; empty if nobody serves
   * the address or everybody is booked out.
   */
  Optional<Slot> takeFirst(
      String appointmentId, String productGroup, PostalAddress address, LocalDate notBefore) {
    if (!address.known() || address.onSvalbard()) {
      return Optional.empty();
    }
    LocalDate today = clock.today();
    LocalDate last = today.plusDays(horizon.toDays());
    LocalDate day = notBefore.isAfter(today) ? notBefore : today.plusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      Optional<Slot> slot = takeOn(day, appointmentId, productGroup, address.country());
      if (slot.isPresent()) {
        return slot;
      }
    }
    return Optional.empty();
  }

  /** Gives the time of an appointment back. */
  void free(String appointmentId) {
    jdbc.sql("delete from technician_slot where appointment_id = ?").param(appointmentId).update();
  }

  private Optional<Slot> takeOn(
      LocalDate day, String appointmentId, String productGroup, String country) {
    List<Technician> technicians = working(day, productGroup, country);
    if (technicians.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = clock.getZone();
    Set<Taken> taken = taken(day, zone);
    for (LocalTime start : STARTS) {
      Instant startsAt = day.atTime(start).atZone(zone).toInstant();
      for (Technician technician : technicians) {
        if (!taken.contains(new Taken(technician.technicianId(), startsAt))
            && take(technician.technicianId(), startsAt, appointmentId)) {
          return Optional.of(
              new Slot(
                  technician.technicianId(), technician.name(), startsAt, startsAt.plus(VISIT)));
        }
      }
    }
    return Optional.empty();
  }

  private List<Technician> working(LocalDate day, String productGroup, String country) {
    return jdbc.sql(
            """
            select t.technician_id, t.name from technician t
              join technician_skill s on s.technician_id = t.technician_id
              join technician_day d on d.technician_id = t.technician_id
            where t.country = ? and s.product_group = ? and d.weekday = ?
              and not exists (select 1 from technician_holiday h
                where h.technician_id = t.technician_id and h.off_on = ?)
            order by t.technician_id""")
        .params(country, productGroup, day.getDayOfWeek().getValue(), day)
        .query(Technician.class)
        .list();
  }

  private Set<Taken> taken(LocalDate day, ZoneId zone) {
    return new HashSet<>(
        jdbc.sql(
                """
                select technician_id, starts_at from technician_slot
                where starts_at >= ? and starts_at < ?""")
            .params(
                day.atStartOfDay(zone).toOffsetDateTime(),
                day.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
            .query(
                (row, number) ->
                    new Taken(
                        row.getString("technician_id"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant()))
            .list());
  }

  /** Takes a time, unless somebody took it between our look and now. */
  private boolean take(String technicianId, Instant startsAt, String appointmentId) {
    try {
      jdbc.sql("insert into technician_slot values (?, ?, ?)")
          .params(technicianId, startsAt.atOffset(ZoneOffset.UTC), appointmentId)
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private record Technician(String technicianId, String name) {}

  private record Taken(String technicianId, Instant startsAt) {}
}
