package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.present;
import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What services bring in. */
class RevenueSystem {

  private static final String NAME = "accounting";

  private final JdbcClient jdbc;
  private final Operations operations;

  RevenueSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  /** What became of a key is asked of accounting as a whole. */
  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/accounting/revenue", this::book)
        .POST("/accounting/revenue/{id}/reversal", this::reverse)
        .build();
  }

  private ServerResponse book(ServerRequest request) throws ServletException, IOException {
    RevenueRequest wanted = Requests.body(request, RevenueRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("planCode", wanted.planCode());
    Amount.required("monthlyPrice", wanted.monthlyPrice());
    present("startsOn", wanted.startsOn());
    return operations.once(
        request,
        NAME,
        "book-revenue",
        wanted,
        () -> {
          boolean account =
              jdbc.sql("select has_ledger from plan where plan_code = ? fetch first row only")
                  .param(wanted.planCode())
                  .query(Boolean.class)
                  .optional()
                  .orElseThrow(() -> ProblemException.notFound("plan of this code"));
          if (!account) {
            return Answer.refused(
                wanted.caseNumber(), "NO_REVENUE_ACCOUNT", "The ledger has no account for it.");
          }
          String id = Requests.newId("REV");
          jdbc.sql("insert into revenue values (?, ?, ?, ?, ?, 'BOOKED')")
              .params(
                  id,
                  wanted.caseNumber(),
                  wanted.planCode(),
                  wanted.monthlyPrice().amount(),
                  wanted.monthlyPrice().currency())
              .update();
          return Answer.made(wanted.caseNumber(), id, new RevenueBooking(id));
        });
  }

  private ServerResponse reverse(ServerRequest request) {
    String id = request.pathVariable("id");
    String caseNumber =
        jdbc.sql("select case_number from revenue where booking_id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("booking of this id"));
    return operations.once(
        request,
        NAME,
        "reverse-revenue",
        Map.of("bookingId", id),
        () -> {
          jdbc.sql("update revenue set status = 'REVERSED' where booking_id = ?")
              .param(id)
              .update();
          String reversal = Requests.newId("RVS");
          return Answer.made(caseNumber, reversal, new RevenueReversal(reversal));
        });
  }

  private record RevenueRequest(
      String caseNumber, String planCode, Amount monthlyPrice, LocalDate startsOn) {}

  private record RevenueBooking(String bookingId) {}

  private record RevenueReversal(String reversalId) {}
}
