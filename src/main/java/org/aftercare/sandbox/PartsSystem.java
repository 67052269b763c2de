package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Spare parts: what a repair needs and costs, stock, orders with the supplier. */
class PartsSystem {

  private static final String NAME = "parts";
  private static final Set<String> SYMPTOMS =
      Set.of("NO_POWER", "NOT_COOLING", "LEAKING", "NOISE", "BROKEN", "OTHER");

  private final JdbcClient jdbc;
  private final Operations operations;
  private final SandboxClock clock;

  PartsSystem(JdbcClient jdbc, Operations operations, SandboxClock clock) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/parts/repair-estimates", this::estimate)
        .POST("/parts/reservations", this::reserve)
        .POST("/parts/reservations/{id}/release", this::release)
        .GET("/parts/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse estimate(ServerRequest request) {
    String sku = required("sku", request.param("sku").orElse(null));
    String symptom = required("symptom", request.param("symptom").orElse(null));
    if (!SYMPTOMS.contains(symptom)) {
      throw ProblemException.badRequest("The symptom is none of " + SYMPTOMS + ".");
    }
    if (jdbc.sql("select count(*) from product where sku = ?")
            .param(sku)
            .query(Integer.class)
            .single()
        == 0) {
      throw ProblemException.notFound("product of this sku");
    }
    return jdbc.sql(
            """
            select p.part_number, p.name, r.amount, r.currency, r.home, p.stock, p.lead_time_days,
              p.supplier_id
            from repair r join part p on p.part_number = r.part_number
            where r.sku = ? and r.symptom = ?""")
        .params(sku, symptom)
        .query(
            (row, number) ->
                new Estimate(
                    row.getString("part_number"),
                    row.getString("name"),
                    new Amount(row.getBigDecimal("amount"), row.getString("currency")),
                    row.getBoolean("home"),
                    row.getInt("stock") > 0,
                    row.getInt("stock") > 0 ? 0 : row.getInt("lead_time_days"),
                    row.getString("supplier_id")))
        .optional()
        .map(estimate -> ServerResponse.ok().body(estimate))
        .orElseGet(
            () ->
                ServerResponse.status(409)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(
                        Problem.refusal(
                            "NOT_REPAIRABLE", "This fault of this product cannot be repaired.")));
  }

  private ServerResponse reserve(ServerRequest request) throws ServletException, IOException {
    ReservationRequest wanted = Requests.body(request, ReservationRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("partNumber", wanted.partNumber());
    if (wanted.quantity() < 1) {
      throw ProblemException.badRequest("The field quantity is below 1.");
    }
    return operations.once(
        request,
        NAME,
        "reserve-part",
        wanted,
        () -> {
          Part part =
              jdbc.sql(
                      """
                      select lead_time_days, discontinued from part where part_number = ?""")
                  .param(wanted.partNumber())
                  .query(Part.class)
                  .optional()
                  .orElseThrow(() -> ProblemException.notFound("part of this number"));
          int taken =
              jdbc.sql("update part set stock = stock - ? where part_number = ? and stock >= ?")
                  .params(wanted.quantity(), wanted.partNumber(), wanted.quantity())
                  .update();
          boolean inStock = taken > 0;
          if (!inStock && part.discontinued()) {
            return Answer.refused(
                wanted.caseNumber(), "DISCONTINUED", "The supplier no longer makes this part.");
          }
          LocalDate expectedOn =
              inStock ? clock.today() : clock.today().plusDays(part.leadTimeDays());
          String id = Requests.newId("RES");
          jdbc.sql("insert into reservation values (?, ?, ?, ?, ?, ?, ?, ?)")
              .params(
                  id,
                  wanted.caseNumber(),
                  wanted.partNumber(),
                  wanted.quantity(),
                  inStock,
                  expectedOn,
                  inStock ? "RESERVED" : "ORDERED",
                  clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          return Answer.made(wanted.caseNumber(), id, new Reservation(id, inStock, expectedOn));
        });
  }

  private ServerResponse release(ServerRequest request) {
    String id = request.pathVariable("id");
    Made made =
        jdbc.sql(
                """
                select case_number, part_number, quantity, in_stock
                from reservation where reservation_id = ?""")
            .param(id)
            .query(Made.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("reservation of this id"));
    return operations.once(
        request,
        NAME,
        "release-part",
        new Released(id),
        () -> {
          // A part that has arrived goes on the shelf; one that is on order is ordered no more.
          int back =
              jdbc.sql(
                      """
                      update reservation set status = 'RELEASED', changed_at = ?
                      where reservation_id = ? and status in ('RESERVED', 'ARRIVED')""")
                  .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                  .update();
          if (back > 0) {
            jdbc.sql("update part set stock = stock + ? where part_number = ?")
                .params(made.quantity(), made.partNumber())
                .update();
          } else {
            jdbc.sql(
                    """
                    update reservation set status = 'RELEASED', changed_at = ?
                    where reservation_id = ? and status = 'ORDERED'""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
          }
          String reference = Requests.newId("REL");
          return Answer.made(made.caseNumber(), reference, new Released(reference));
        });
  }

  private record Part(int leadTimeDays, boolean discontinued) {}

  private record Made(String caseNumber, String partNumber, int quantity, boolean inStock) {}

  private record Estimate(
      String partNumber,
      String partName,
      Amount cost,
      boolean home,
      boolean inStock,
      int leadTimeDays,
      String supplierId) {}

  private record ReservationRequest(String caseNumber, String partNumber, int quantity) {}

  private record Reservation(String reservationId, boolean inStock, LocalDate expectedOn) {}

  private record Released(String reference) {}
}
