package org.aftercare.sandbox;

import static org.aftercare.sandbox.Requests.present;
import static org.aftercare.sandbox.Requests.required;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What is charged month by month, and what it costs where. */
class SubscriptionsSystem {

  private static final String NAME = "billing";

  private final JdbcClient jdbc;
  private final Operations operations;

  SubscriptionsSystem(JdbcClient jdbc, Operations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  /** What became of a key is asked of billing as a whole. */
  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/billing/plans/{code}", this::plan)
        .GET("/billing/customers/{id}/standing", this::standing)
        .POST("/billing/subscriptions", this::start)
        .POST("/billing/subscriptions/{id}/stop", this::stop)
        .build();
  }

  private ServerResponse plan(ServerRequest request) {
    Plan plan =
        jdbc.sql(
                """
                select plan_code, name, service, plan_rank, amount, currency
                from plan where plan_code = ? and country = ?""")
            .params(request.pathVariable("code"), request.param("country").orElse(""))
            .query(
                (row, index) ->
                    new Plan(
                        row.getString("plan_code"),
                        row.getString("name"),
                        row.getString("service"),
                        row.getInt("plan_rank"),
                        new Amount(row.getBigDecimal("amount"), row.getString("currency"))))
            .optional()
            .orElseThrow(() -> ProblemException.notFound("plan of this code in this country"));
    return ServerResponse.ok().body(plan);
  }

  private ServerResponse standing(ServerRequest request) {
    String customerId = request.pathVariable("id");
    boolean blocked =
        jdbc.sql("select count(*) from blocked_customer where customer_id = ?")
                .param(customerId)
                .query(Integer.class)
                .single()
            > 0;
    List<Subscription> subscriptions =
        jdbc.sql(
                """
                select distinct s.subscription_id, s.plan_code, p.service, p.plan_rank
                from subscription s join plan p on p.plan_code = s.plan_code
                where s.customer_id = ? and s.status = 'RUNNING' order by s.subscription_id""")
            .param(customerId)
            .query(
                (row, index) ->
                    new Subscription(
                        row.getString("subscription_id"),
                        row.getString("plan_code"),
                        row.getString("service"),
                        row.getInt("plan_rank")))
            .list();
    return ServerResponse.ok().body(new Standing(customerId, blocked, subscriptions));
  }

  private ServerResponse start(ServerRequest request) throws ServletException, IOException {
    ChargeRequest wanted = Requests.body(request, ChargeRequest.class);
    required("caseNumber", wanted.caseNumber());
    required("customerId", wanted.customerId());
    required("planCode", wanted.planCode());
    Amount.required("monthlyPrice", wanted.monthlyPrice());
    present("startsOn", wanted.startsOn());
    return operations.once(request, NAME, "start-subscription", wanted, () -> charge(wanted));
  }

  private Answer charge(ChargeRequest wanted) {
    boolean account =
        jdbc.sql("select has_account from customer where customer_id = ?")
            .param(wanted.customerId())
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("customer of this id"));
    if (!account) {
      return Answer.refused(
          wanted.caseNumber(), "NO_PAYMENT_METHOD", "There is no account to charge.");
    }
    String id = Requests.newId("SUB");
    turn(wanted.replaces(), "RUNNING", "REPLACED");
    jdbc.sql("insert into subscription values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            id,
            wanted.caseNumber(),
            wanted.customerId(),
            wanted.planCode(),
            wanted.monthlyPrice().amount(),
            wanted.monthlyPrice().currency(),
            wanted.startsOn(),
            wanted.replaces())
        .update();
    return Answer.made(wanted.caseNumber(), id, new Charge(id));
  }

  private ServerResponse stop(ServerRequest request) {
    String id = request.pathVariable("id");
    Started started =
        jdbc.sql("select case_number, replaces from subscription where subscription_id = ?")
            .param(id)
            .query(Started.class)
            .optional()
            .orElseThrow(() -> ProblemException.notFound("subscription of this id"));
    return operations.once(
        request,
        NAME,
        "stop-subscription",
        Map.of("subscriptionId", id),
        () -> {
          turn(id, "RUNNING", "STOPPED");
          turn(started.replaces(), "REPLACED", "RUNNING");
          String stop = Requests.newId("STP");
          return Answer.made(started.caseNumber(), stop, new StoppedCharge(stop));
        });
  }

  private void turn(String subscriptionId, String from, String to) {
    jdbc.sql("update subscription set status = ? where subscription_id = ? and status = ?")
        .params(to, subscriptionId, from)
        .update();
  }

  private record Plan(
      String planCode, String name, String service, int rank, Amount monthlyPrice) {}

  private record Standing(String customerId, boolean blocked, List<Subscription> subscriptions) {}

  private record Subscription(String subscriptionId, String planCode, String service, int rank) {}

  private record Started(String caseNumber, String replaces) {}

  private record ChargeRequest(
      String caseNumber,
      String customerId,
      String planCode,
      Amount monthlyPrice,
      LocalDate startsOn,
      String replaces) {}

  private record Charge(String subscriptionId) {}

  private record StoppedCharge(String stopId) {}
}
