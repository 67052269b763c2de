package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every effect that the systems were asked for, one entry per system and idempotency key. */
class Ledger {

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param reference the id of what was made, or {@code null} after a refusal
   * @param refusal the contract's code, or {@code null} if the effect was made
   * @param requests how often it was asked for under this key
   */
  record Entry(
      String system,
      String operation,
      String idempotencyKey,
      String caseNumber,
      String reference,
      String refusal,
      Instant requestedAt,
      int requests) {}

  RouterFunction<ServerResponse> routes() {
    return route().GET("/ledger", this::list).build();
  }

  private ServerResponse list(ServerRequest request) {
    return ServerResponse.ok()
        .body(
            entries(
                request.param("system").orElse(""),
                request.param("operation").orElse(""),
                request.param("caseNumber").orElse(""),
                Integer.MAX_VALUE));
  }

  /** The newest entries first; an empty filter matches everything. */
  List<Entry> entries(String system, String operation, String caseNumber, int limit) {
    return jdbc.sql(
            """
            select system, operation, idempotency_key, case_number, reference, refusal,
              requested_at, requests
            from operation
            where (? = '' or system = ?) and (? = '' or operation = ?)
              and (? = '' or case_number = ?)
            order by requested_at desc, idempotency_key limit ?""")
        .params(system, system, operation, operation, caseNumber, caseNumber, limit)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("system"),
                    row.getString("operation"),
                    row.getString("idempotency_key"),
                    row.getString("case_number"),
                    row.getString("reference"),
                    row.getString("refusal"),
                    row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                    row.getInt("requests")))
        .list();
  }
}
