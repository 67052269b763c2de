package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
        .GET("/crm/services/{service}/customers", this::served)
        .POST("/crm/outcomes", this::fileOutcome)
        .GET("/crm/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse customer(ServerRequest request) {
    return jdbc.sql("select * from customer where customer_id = ?")
        .param(request.pathVariable("id"))
        .query((row, number) -> customer(row))
        .optional()
        .map(customer -> ServerResponse.ok().body(customer))
        .orElseThrow(() -> ProblemException.notFound("customer of this id"));
  }

  private ServerResponse served(ServerRequest request) {
    String service = request.pathVariable("service");
    if (jdbc.sql("select count(*) from connection where service = ?")
            .param(service)
            .query(Integer.class)
            .single()
        == 0) {
      throw ProblemException.notFound("service of this code");
    }
    int limit = limit(request);
    List<Customer> found =
        jdbc.sql(
                """
                select c.* from customer c join connection s on s.customer_id = c.customer_id
                where s.service = :service and c.country = :country
                  and replace(c.postal_code, ' ', '') like :area and c.customer_id > :after
                order by c.customer_id limit :limit""")
            .param("service", service)
            .param("country", required("country", request.param("country").orElse(null)))
            .param("area", request.param("area").orElse("") + "%")
            .param("after", request.param("after").orElse(""))
            .param("limit", limit + 1)
            .query((row, number) -> customer(row))
            .list();
    boolean more = found.size() > limit;
    return ServerResponse.ok().body(new Served(more ? found.subList(0, limit) : found, more));
  }

  private static int limit(ServerRequest request) {
    String asked = required("limit", request.param("limit").orElse(null));
    if (!asked.matches("[1-9]\\d{0,2}|1000")) {
      throw ProblemException.badRequest("The limit is a number from 1 to 1000.");
    }
    return Integer.parseInt(asked);
  }

  private static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
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
            row.getString("country")));
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

  private record Served(List<Customer> customers, boolean more) {}

  private record Outcome(String customerId, String caseNumber, String flow, String outcome) {}

  private record Filed(String filingId) {}
}
