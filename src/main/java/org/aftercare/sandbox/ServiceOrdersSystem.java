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

/** Orders for services. */
class ServiceOrdersSystem {

  private static final String NAME = "orders";

  private final JdbcClient jdbc;
  private final Operations operations;

  ServiceOrdersSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  /** What became of a key is asked of the orders as a whole. */
  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/orders/service-orders", this::place)
        .POST("/orders/service-orders/{id}/cancellation", this::cancel)
        .build();
  }

  private ServerResponse place(ServerRequest request) throws ServletException, IOException {
    ServiceOrderRequest wanted = Requests.body(request, ServiceOrderRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("customerId", wanted.customerId());
    required("planCode", wanted.planCode());
    present("startsOn", wanted.startsOn());
    return operations.once(request, NAME, "order-service", wanted, () -> order(wanted));
  }

  private Answer order(ServiceOrderRequest wanted) {
    boolean available =
        jdbc.sql("select available from plan where plan_code = ? fetch first row only")
            .param(wanted.planCode())
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("plan of this code"));
    if (!available) {
      return Answer.refused(
          wanted.caseNumber(), "NOT_AVAILABLE", "The service cannot be delivered there.");
    }
    String id = Requests.newId("SVO");
    jdbc.sql("insert into service_order values (?, ?, ?, ?, ?, 'PLACED')")
        .params(id, wanted.caseNumber(), wanted.customerId(), wanted.planCode(), wanted.startsOn())
        .update();
    return Answer.made(wanted.caseNumber(), id, new ServiceOrder(id));
  }

  private ServerResponse cancel(ServerRequest request) {
    String id = request.pathVariable("id");
    String caseNumber =
        jdbc.sql("select case_number from service_order where service_order_id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("service order of this id"));
    return operations.once(
        request,
        NAME,
        "cancel-service-order",
        Map.of("serviceOrderId", id),
        () -> {
          jdbc.sql("update service_order set status = 'CANCELLED' where service_order_id = ?")
              .param(id)
              .update();
          String cancellation = Requests.newId("SVC");
          return Answer.made(caseNumber, cancellation, new CancelledServiceOrder(cancellation));
        });
  }

  private record ServiceOrderRequest(
      String caseNumber, String customerId, String planCode, LocalDate startsOn, String replaces) {}

  private record ServiceOrder(String serviceOrderId) {}

  private record CancelledServiceOrder(String cancellationId) {}
}
