package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Commercial guarantees and lengthened legal guarantees. */
class ContractsSystem {

  private static final String NAME = "contracts";

  private final JdbcClient jdbc;
  private final Operations operations;

  ContractsSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/contracts/guarantees/{serial}", this::guarantee)
        .POST("/contracts/guarantees/{serial}/extensions", this::extend)
        .GET("/contracts/operations/{key}", r -> operations.answerOf(NAME, r.pathVariable("key")))
        .build();
  }

  private ServerResponse guarantee(ServerRequest request) {
    return ServerResponse.ok().body(find(request.pathVariable("serial")));
  }

  private Guarantee find(String serial) {
    return jdbc.sql(
            """
            select serial_number, commercial_until, extended_months
            from guarantee where serial_number = ?""")
        .param(serial)
        .query(Guarantee.class)
        .optional()
        .orElseGet(() -> new Guarantee(serial, null, 0));
  }

  private ServerResponse extend(ServerRequest request) throws ServletException, IOException {
    String serial = request.pathVariable("serial");
    ExtensionRequest wanted = Requests.body(request, ExtensionRequest.class);
    required("caseNumber", wanted.caseNumber());
    if (wanted.months() < 1) {
      throw ProblemException.badRequest("The field months is below 1.");
    }
    return operations.once(
        request,
        NAME,
        "extend-guarantee",
        wanted,
        () -> {
          Guarantee guarantee = find(serial);
          if (guarantee.extendedMonths() > 0) {
            return Answer.refused(
                wanted.caseNumber(),
                "ALREADY_EXTENDED",
                "The legal guarantee of this item has been lengthened before.");
          }
          jdbc.sql(
                  """
                  merge into guarantee (serial_number, commercial_until, extended_months)
                  key (serial_number) values (?, ?, ?)""")
              .params(serial, guarantee.commercialUntil(), wanted.months())
              .update();
          String id = Requests.newId("EXT");
          return Answer.made(wanted.caseNumber(), id, new Extension(id, wanted.months()));
        });
  }

  private record Guarantee(String serialNumber, LocalDate commercialUntil, int extendedMonths) {}

  private record ExtensionRequest(int months, String caseNumber) {}

  private record Extension(String extensionId, int months) {}
}
