package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Plays the partners' part: what happens there changes their data and is told to the product. */
class PartnerEvents {

  static final Set<String> VISIT_RESULTS =
      Set.of(
          "REPAIRED", "NO_FAULT_FOUND", "MISUSE", "FAILED", "NOT_REPAIRABLE", "CUSTOMER_NOT_HOME");

  private static final int DAYS_LATE = 14;
  private static final Duration MOVED_BY = Duration.ofDays(1);
  private static final Duration VISIT = Duration.ofHours(2);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Callbacks callbacks;
  private final TechnicianCalendars calendars;
  private final SandboxClock clock;

  PartnerEvents(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Callbacks callbacks,
      TechnicianCalendars calendars,
      SandboxClock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.callbacks = callbacks;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * What it concerned.
   *
   * @param callbackId of the callback that tells of it, or {@code null} if none does
   */
  record Told(String callbackId, String id, String caseNumber) {}

  RouterFunction<ServerResponse> routes() {
    return route().POST("/partners/events", this::post).build();
  }

  private ServerResponse post(ServerRequest request) throws ServletException, IOException {
    PartnerEvent event = Requests.body(request, PartnerEvent.class);
    if (event.id() == null) {
      required("id or caseNumber", event.caseNumber());
    }
    return ServerResponse.accepted().body(happen(event));
  }

  /**
   * Lets it happen.
   *
   * @throws ProblemException 404 if there is nothing that it could happen to
   */
  Told happen(PartnerEvent event) {
    return transaction.execute(
        status ->
            switch (required("type", event.type())) {
              case "shipment.picked_up" -> shipment(event, "PICKED_UP");
              case "shipment.delivered" -> shipment(event, "DELIVERED");
              case "shipment.lost" -> shipment(event, "LOST");
              case "return.accepted" -> shipment(event, "PICKED_UP");
              case "return.refused" -> shipment(event, "REFUSED");
              case "shipment.damaged" -> shipment(event, "DAMAGED");
              case "pickup.failed" -> shipment(event, "FAILED");
              case "part.arrived" -> arrived(event);
              case "part.delayed" -> delayed(event);
              case "appointment.moved" -> moved(event);
              case "visit.completed" -> visited(event);
              case "invoice.paid" -> paid(event);
              case "invoice.partly_paid" -> partlyPaid(event);
              case "invoice.disputed" -> disputed(event);
              case "collection.withdrawn" -> takenBack(event);
              default -> throw ProblemException.badRequest("No partner tells of " + event.type());
            });
  }

  private Told shipment(PartnerEvent event, String status) {
    Found found =
        find(
            event,
            "select shipment_id as id, case_number from shipment where status <> 'CANCELLED'",
            "shipment_id",
            "case when status in ('BOOKED', 'PICKED_UP') then 0 else 1 end, changed_at desc");
    jdbc.sql("update shipment set status = ?, changed_at = ? where shipment_id = ?")
        .params(status, now(), found.id())
        .update();
    return tell("shipping", event, found, Map.of("shipmentId", found.id()));
  }

  private Told arrived(PartnerEvent event) {
    Found found = ordered(event);
    jdbc.sql(
            """
            update reservation set status = 'ARRIVED', expected_on = ?, changed_at = ?
            where reservation_id = ? and status = 'ORDERED'""")
        .params(clock.today(), now(), found.id())
        .update();
    return tell("parts", event, found, Map.of("reservationId", found.id()));
  }

  private Told delayed(PartnerEvent event) {
    Found found = ordered(event);
    LocalDate expectedOn =
        event.expectedOn() == null ? clock.today().plusDays(DAYS_LATE) : event.expectedOn();
    jdbc.sql("update reservation set expected_on = ?, changed_at = ? where reservation_id = ?")
        .params(expectedOn, now(), found.id())
        .update();
    return tell(
        "parts",
        event,
        found,
        Map.of("reservationId", found.id(), "expectedOn", expectedOn.toString()));
  }

  private Found ordered(PartnerEvent event) {
    return find(
        event,
        "select reservation_id as id, case_number from reservation where status <> 'RELEASED'",
        "reservation_id",
        "case when status = 'ORDERED' then 0 else 1 end, changed_at desc");
  }

  private Told moved(PartnerEvent event) {
    Found found = booked(event);
    Instant startsAt =
        event.startsAt() == null
            ? jdbc.sql("select starts_at from appointment where appointment_id = ?")
                .param(found.id())
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .plus(MOVED_BY)
            : event.startsAt();
    Instant endsAt = event.endsAt() == null ? startsAt.plus(VISIT) : event.endsAt();
    calendars.free(found.id());
    jdbc.sql(
            """
            update appointment set starts_at = ?, ends_at = ?, changed_at = ?
            where appointment_id = ?""")
        .params(
            startsAt.atOffset(ZoneOffset.UTC), endsAt.atOffset(ZoneOffset.UTC), now(), found.id())
        .update();
    return tell(
        "booking",
        event,
        found,
        Map.of(
            "appointmentId", found.id(),
            "startsAt", startsAt.toString(),
            "endsAt", endsAt.toString()));
  }

  private Told visited(PartnerEvent event) {
    String result = required("visitResult", event.visitResult());
    if (!VISIT_RESULTS.contains(result)) {
      throw ProblemException.badRequest("The visitResult is none of " + VISIT_RESULTS + ".");
    }
    Found found = booked(event);
    jdbc.sql(
            """
            update appointment set status = 'COMPLETED', visit_result = ?, changed_at = ?
            where appointment_id = ?""")
        .params(result, now(), found.id())
        .update();
    if (result.equals("REPAIRED")) {
      jdbc.sql(
              """
              update reservation set status = 'USED', changed_at = ?
              where case_number = ? and status in ('RESERVED', 'ARRIVED')""")
          .params(now(), found.caseNumber())
          .update();
    }
    return tell(
        "booking", event, found, Map.of("appointmentId", found.id(), "visitResult", result));
  }

  private Found booked(PartnerEvent event) {
    return find(
        event,
        "select appointment_id as id, case_number from appointment where status <> 'CANCELLED'",
        "appointment_id",
        "case when status = 'BOOKED' then 0 else 1 end, changed_at desc");
  }

  private Told paid(PartnerEvent event) {
    if (isReceivable(event)) {
      Found found = receivable(event);
      jdbc.sql(
              """
              update receivable set balance = 0, status = 'PAID', changed_at = ?
              where invoice_number = ?""")
          .params(now(), found.id())
          .update();
      return tell("billing", event, found, Map.of("invoiceNumber", found.id()));
    }
    Found found =
        find(
            event,
            "select invoice_number as id, case_number from invoice where status <> 'CANCELLED'",
            "invoice_number",
            "case when status = 'OPEN' then 0 else 1 end, changed_at desc");
    jdbc.sql("update invoice set status = 'PAID', changed_at = ? where invoice_number = ?")
        .params(now(), found.id())
        .update();
    return tell("billing", event, found, Map.of("invoiceNumber", found.id()));
  }

  /** Of an invoice that is all paid by it, the whole is told and not the part. */
  private Told partlyPaid(PartnerEvent event) {
    Found found = receivable(event);
    BigDecimal balance =
        jdbc.sql("select balance from receivable where invoice_number = ?")
            .param(found.id())
            .query(BigDecimal.class)
            .single();
    BigDecimal amount =
        event.amount() == null
            ? balance.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP)
            : event.amount();
    if (amount.signum() <= 0) {
      throw ProblemException.badRequest("The field amount is not above zero.");
    }
    if (amount.compareTo(balance) >= 0) {
      return paid(PartnerEvent.of("invoice.paid", found.id()));
    }
    jdbc.sql("update receivable set balance = ?, changed_at = ? where invoice_number = ?")
        .params(balance.subtract(amount), now(), found.id())
        .update();
    return tell("billing", event, found, Map.of("invoiceNumber", found.id()));
  }

  private Told disputed(PartnerEvent event) {
    Found found = receivable(event);
    jdbc.sql("update receivable set disputed = true, changed_at = ? where invoice_number = ?")
        .params(now(), found.id())
        .update();
    return tell("billing", event, found, Map.of("invoiceNumber", found.id()));
  }

  /** Billing has the invoice again. Nobody tells the product: whoever called there knows. */
  private Told takenBack(PartnerEvent event) {
    Found found =
        find(
            event,
            "select invoice_number as id, case_number from receivable where in_collection",
            "invoice_number",
            "changed_at desc");
    jdbc.sql("update receivable set in_collection = false, changed_at = ? where invoice_number = ?")
        .params(now(), found.id())
        .update();
    return new Told(null, found.id(), found.caseNumber());
  }

  private boolean isReceivable(PartnerEvent event) {
    return jdbc.sql(
                """
                select count(*) from receivable
                where invoice_number = ? or case_number = ?""")
            .params(event.id() == null ? "" : event.id(), caseOf(event))
            .query(Integer.class)
            .single()
        > 0;
  }

  private static String caseOf(PartnerEvent event) {
    return event.id() == null ? event.caseNumber() : "";
  }

  /** One that a case is about; nobody is told of others. */
  private Found receivable(PartnerEvent event) {
    return find(
        event,
        "select invoice_number as id, case_number from receivable where case_number is not null",
        "invoice_number",
        "case when status = 'OPEN' then 0 else 1 end, changed_at desc");
  }

  private Found find(PartnerEvent event, String select, String idColumn, String order) {
    boolean byId = event.id() != null;
    return jdbc.sql(
            "%s and %s = ? order by %s limit 1"
                .formatted(select, byId ? idColumn : "case_number", order))
        .param(byId ? event.id() : event.caseNumber())
        .query(Found.class)
        .optional()
        .orElseThrow(
            () -> ProblemException.notFound("object that " + event.type() + " could happen to"));
  }

  private Told tell(String system, PartnerEvent event, Found found, Map<String, String> details) {
    return new Told(
        callbacks.tell(system, event.type(), found.caseNumber(), details, event.twice()),
        found.id(),
        found.caseNumber());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private record Found(String id, String caseNumber) {}
}
