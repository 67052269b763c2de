package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The customer register. */
class CrmSystem {

  private static final String NAME = "crm";

  private final JdbcClient jdbc;
  private final Operations operations;

  CrmSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/crm/customers/{id}", this::customer)
        .POST("/crm/outcomes", this::fileOutcome)
        .GET("/crm/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse customer(ServerRequest request) {
    return jdbc.sql("select * from customer where customer_id = ?")
        .param(request.pathVariable("id"))
        .query(
            (row, number) ->
                new Customer(
                    row.getString("customer_id"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("phone"),
                    row.getString("language"),
                    row.getString("country"),
                    new PostalAddress(
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country"))))
        .optional()
        .map(customer -> ServerResponse.ok().body(customer))
        .orElseThrow(() -> ProblemException.notFound("customer of this id"));
  }

  private ServerResponse fileOutcome(ServerRequest request) throws ServletException, IOException {
    Outcome outcome = Requests.body(request, Outcome.class);
    required("customerId", outcome.customerId());
    required("caseNumber", outcome.caseNumber());
    required("flow", outcome.flow());
    required("outcome", outcome.outcome());
    return operations.once(
        request,
        NAME,
        "file-outcome",
        outcome,
        () -> {
          String id = Requests.newId("FIL");
          jdbc.sql("insert into outcome values (?, ?, ?, ?, ?)")
              .params(
                  id, outcome.customerId(), outcome.caseNumber(), outcome.flow(), outcome.outcome())
              .update();
          return Answer.made(outcome.caseNumber(), id, new Filed(id));
        });
  }

  private record Customer(
      String customerId,
      String name,
      String email,
      String phone,
      String language,
      String country,
      PostalAddress address) {}

  private record Outcome(String customerId, String caseNumber, String flow, String outcome) {}

  private record Filed(String filingId) {}
}
