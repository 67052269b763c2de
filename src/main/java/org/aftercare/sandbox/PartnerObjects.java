package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What is with partners just now: shipments, parts, visits, invoices, what customers owe. */
class PartnerObjects {

  private final JdbcClient jdbc;

  PartnerObjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Shipment(
      String shipmentId,
      String caseNumber,
      String direction,
      String content,
      String recipientName,
      String destination,
      String status,
      Instant changedAt) {}

  record Reservation(
      String reservationId,
      String caseNumber,
      String partNumber,
      String partName,
      boolean inStock,
      LocalDate expectedOn,
      String status) {}

  record Appointment(
      String appointmentId,
      String caseNumber,
      String technician,
      Instant startsAt,
      Instant endsAt,
      String destination,
      String status,
      String visitResult) {}

  record Invoice(
      String invoiceNumber,
      String caseNumber,
      String customerId,
      Amount amount,
      LocalDate dueOn,
      String status) {}

  /** An invoice of what was bought, that a case is about. */
  record Receivable(
      String invoiceNumber,
      String caseNumber,
      String customerId,
      Amount balance,
      LocalDate dueOn,
      int dunningLevel,
      boolean held,
      String status) {}

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/partners/shipments", r -> list(shipments(caseNumber(r), open(r))))
        .GET("/partners/reservations", r -> list(reservations(caseNumber(r), open(r))))
        .GET("/partners/appointments", r -> list(appointments(caseNumber(r), open(r))))
        .GET("/partners/invoices", r -> list(invoices(caseNumber(r), open(r))))
        .GET("/partners/receivables", r -> list(receivables(caseNumber(r), open(r))))
        .build();
  }

  /** The newest first. Open: not delivered, lost or cancelled. */
  List<Shipment> shipments(String caseNumber, boolean open) {
    return select(
        """
        select * from shipment where (? = '' or case_number = ?)
          and (not ? or status in ('BOOKED', 'PICKED_UP'))
        order by changed_at desc, shipment_id""",
        caseNumber,
        open,
        (row, number) ->
            new Shipment(
                row.getString("shipment_id"),
                row.getString("case_number"),
                row.getString("direction"),
                row.getString("content"),
                row.getString("recipient_name"),
                row.getString("destination"),
                row.getString("status"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant()));
  }

  /** The newest first. Open: on order. */
  List<Reservation> reservations(String caseNumber, boolean open) {
    return select(
        """
        select r.*, p.name from reservation r join part p on p.part_number = r.part_number
        where (? = '' or r.case_number = ?) and (not ? or r.status = 'ORDERED')
        order by r.changed_at desc, r.reservation_id""",
        caseNumber,
        open,
        (row, number) ->
            new Reservation(
                row.getString("reservation_id"),
                row.getString("case_number"),
                row.getString("part_number"),
                row.getString("name"),
                row.getBoolean("in_stock"),
                row.getObject("expected_on", LocalDate.class),
                row.getString("status")));
  }

  /** The soonest first. Open: booked. */
  List<Appointment> appointments(String caseNumber, boolean open) {
    return select(
        """
        select a.*, t.name from appointment a
          join technician t on t.technician_id = a.technician_id
        where (? = '' or a.case_number = ?) and (not ? or a.status = 'BOOKED')
        order by a.starts_at, a.appointment_id""",
        caseNumber,
        open,
        (row, number) ->
            new Appointment(
                row.getString("appointment_id"),
                row.getString("case_number"),
                row.getString("name"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("destination"),
                row.getString("status"),
                row.getString("visit_result")));
  }

  /** The newest first. Open: not paid. */
  List<Invoice> invoices(String caseNumber, boolean open) {
    return select(
        """
        select * from invoice where (? = '' or case_number = ?) and (not ? or status = 'OPEN')
        order by changed_at desc, invoice_number""",
        caseNumber,
        open,
        (row, number) ->
            new Invoice(
                row.getString("invoice_number"),
                row.getString("case_number"),
                row.getString("customer_id"),
                new Amount(row.getBigDecimal("amount"), row.getString("currency")),
                row.getObject("due_on", LocalDate.class),
                row.getString("status")));
  }

  /** The newest first. Open: not paid. */
  List<Receivable> receivables(String caseNumber, boolean open) {
    return select(
        """
        select r.*, exists (select 1 from dunning_hold h
            where h.invoice_number = r.invoice_number and h.status = 'HELD') as held
        from receivable r
        where case_number is not null and (? = '' or case_number = ?)
          and (not ? or status = 'OPEN')
        order by changed_at desc, invoice_number""",
        caseNumber,
        open,
        PartnerObjects::receivable);
  }

  /** Invoices that a debt collector has, which billing can have back. */
  List<Receivable> collected() {
    return jdbc.sql(
            """
            select r.*, false as held from receivable r where in_collection and status = 'OPEN'
            order by changed_at desc, invoice_number""")
        .query(PartnerObjects::receivable)
        .list();
  }

  private static Receivable receivable(ResultSet row, int number) throws SQLException {
    return new Receivable(
        row.getString("invoice_number"),
        row.getString("case_number"),
        row.getString("customer_id"),
        new Amount(row.getBigDecimal("balance"), row.getString("currency")),
        row.getObject("due_on", LocalDate.class),
        row.getInt("dunning_level"),
        row.getBoolean("held"),
        row.getString("status"));
  }

  private <T> List<T> select(String sql, String caseNumber, boolean open, RowMapper<T> mapper) {
    return jdbc.sql(sql).params(caseNumber, caseNumber, open).query(mapper).list();
  }

  private static ServerResponse list(List<?> objects) {
    return ServerResponse.ok().body(objects);
  }

  private static String caseNumber(ServerRequest request) {
    return request.param("caseNumber").orElse("");
  }

  private static boolean open(ServerRequest request) {
    return request.param("open").map(Boolean::parseBoolean).orElse(false);
  }
}
