package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What suppliers owe. */
class AccountingSystem {

  private static final String NAME = "accounting";

  private final JdbcClient jdbc;
  private final Operations operations;

  AccountingSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/accounting/recoveries", this::recover)
        .GET("/accounting/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse recover(ServerRequest request) throws ServletException, IOException {
    RecoveryRequest wanted = Requests.body(request, RecoveryRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("supplierId", wanted.supplierId());
    required("sku", wanted.sku());
    Amount.required("amount", wanted.amount());
    return operations.once(
        request,
        NAME,
        "recover",
        wanted,
        () -> {
          boolean agreed =
              jdbc.sql("select agreement from supplier where supplier_id = ?")
                  .param(wanted.supplierId())
                  .query(Boolean.class)
                  .optional()
                  .orElseThrow(() -> ProblemException.notFound("supplier of this id"));
          if (!agreed) {
            return Answer.refused(
                wanted.caseNumber(), "NO_AGREEMENT", "The supplier carries no warranty costs.");
          }
          String id = Requests.newId("RCV");
          jdbc.sql("insert into recovery values (?, ?, ?, ?, ?)")
              .params(
                  id,
                  wanted.caseNumber(),
                  wanted.supplierId(),
                  wanted.amount().amount(),
                  wanted.amount().currency())
              .update();
          return Answer.made(wanted.caseNumber(), id, new Recovery(id));
        });
  }

  private record RecoveryRequest(String caseNumber, String supplierId, String sku, Amount amount) {}

  private record Recovery(String recoveryId) {}
}
