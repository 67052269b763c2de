package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.present;
import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Technicians' calendars. */
class BookingSystem {

  private static final String NAME = "booking";

  private final JdbcClient jdbc;
  private final Operations operations;
  private final TechnicianCalendars calendars;
  private final SandboxClock clock;

  BookingSystem(
      JdbcClient jdbc, Operations operations, TechnicianCalendars calendars, SandboxClock clock) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.calendars = calendars;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/booking/appointments", this::book)
        .POST("/booking/appointments/{id}/cancellation", this::cancel)
        .GET("/booking/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse book(ServerRequest request) throws ServletException, IOException {
    VisitRequest wanted = Requests.body(request, VisitRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("productGroup", wanted.productGroup());
    present("notBefore", wanted.notBefore());
    present("address", wanted.address());
    return operations.once(
        request,
        NAME,
        "book-visit",
        wanted,
        () -> {
          String id = Requests.newId("APP");
          return calendars
              .takeFirst(id, wanted.productGroup(), wanted.address(), wanted.notBefore())
              .map(slot -> booked(id, wanted, slot))
              .orElseGet(
                  () ->
                      Answer.refused(
                          wanted.caseNumber(),
                          "NO_SLOT",
                          "No technician for this product comes to this address."));
        });
  }

  private Answer booked(String id, VisitRequest wanted, TechnicianCalendars.Slot slot) {
    jdbc.sql("insert into appointment values (?, ?, ?, ?, ?, ?, 'BOOKED', null, ?)")
        .params(
            id,
            wanted.caseNumber(),
            slot.technicianId(),
            slot.startsAt().atOffset(ZoneOffset.UTC),
            slot.endsAt().atOffset(ZoneOffset.UTC),
            wanted.address().oneLine(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return Answer.made(
        wanted.caseNumber(),
        id,
        new Appointment(id, slot.startsAt(), slot.endsAt(), slot.technician()));
  }

  private ServerResponse cancel(ServerRequest request) {
    String id = request.pathVariable("id");
    String caseNumber =
        jdbc.sql("select case_number from appointment where appointment_id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("appointment of this id"));
    return operations.once(
        request,
        NAME,
        "cancel-visit",
        new CancelledVisit(id),
        () -> {
          int cancelled =
              jdbc.sql(
                      """
                      update appointment set status = 'CANCELLED', changed_at = ?
                      where appointment_id = ? and status = 'BOOKED'""")
                  .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                  .update();
          if (cancelled > 0) {
            calendars.free(id);
          }
          String reference = Requests.newId("CAN");
          return Answer.made(caseNumber, reference, new CancelledVisit(reference));
        });
  }

  private record VisitRequest(
      String caseNumber,
      String productGroup,
      LocalDate notBefore,
      String customerName,
      String phone,
      PostalAddress address) {}

  private record Appointment(
      String appointmentId, Instant startsAt, Instant endsAt, String technician) {}

  private record CancelledVisit(String reference) {}
}
