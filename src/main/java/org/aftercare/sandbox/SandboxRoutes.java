package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What answers on which path. */
class SandboxRoutes {

  @Bean
  Operations operations(
      JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, SandboxClock clock) {
    return new Operations(jdbc, transaction, json, clock);
  }

  @Bean
  Ledger ledger(JdbcClient jdbc) {
    return new Ledger(jdbc);
  }

  @Bean
  TechnicianCalendars calendars(JdbcClient jdbc, SandboxClock clock, SandboxProperties properties) {
    return new TechnicianCalendars(jdbc, clock, properties.bookingHorizon());
  }

  @Bean
  RouterFunction<ServerResponse> systems(
      JdbcClient jdbc, Operations operations, TechnicianCalendars calendars, SandboxClock clock) {
    return answeringProblems(
        new CrmSystem(jdbc, operations)
            .routes()
            .and(new OrdersSystem(jdbc, operations).routes())
            .and(new ContractsSystem(jdbc, operations).routes())
            .and(new PartsSystem(jdbc, operations, clock).routes())
            .and(new ShippingSystem(jdbc, operations, clock).routes())
            .and(new BookingSystem(jdbc, operations, calendars, clock).routes())
            .and(new BillingSystem(jdbc, operations, clock).routes())
            .and(new DunningSystem(jdbc, operations, clock).routes())
            .and(new AccountingSystem(jdbc, operations).routes())
            .and(new ServiceOrdersSystem(jdbc, operations).routes())
            .and(new SubscriptionsSystem(jdbc, operations).routes())
            .and(new RevenueSystem(jdbc, operations).routes()));
  }

  @Bean
  RouterFunction<ServerResponse> gateways(Operations operations, Mailbox mailbox) {
    return answeringProblems(new Gateways(operations, mailbox).routes());
  }

  @Bean
  RouterFunction<ServerResponse> instruments(
      Ledger ledger,
      Faults faults,
      Mailbox mailbox,
      Callbacks callbacks,
      PartnerObjects objects,
      PartnerEvents events,
      Scene scene) {
    return answeringProblems(
        ledger
            .routes()
            .and(new FaultEndpoints(faults).routes())
            .and(mailbox.routes())
            .and(callbacks.routes())
            .and(objects.routes())
            .and(events.routes())
            .and(scene.routes()));
  }

  @Bean
  RouterFunction<ServerResponse> pages(
      Faults faults,
      PartnerObjects objects,
      PartnerEvents events,
      Callbacks callbacks,
      Ledger ledger,
      Mailbox mailbox,
      Scene scene,
      Autopilot autopilot,
      SandboxClock clock,
      ProductClock productClock,
      ProductAddress product) {
    return answeringProblems(
        new SandboxPages(
                faults,
                objects,
                events,
                callbacks,
                ledger,
                mailbox,
                scene,
                autopilot,
                clock,
                productClock,
                product)
            .routes());
  }

  private static RouterFunction<ServerResponse> answeringProblems(
      RouterFunction<ServerResponse> routes) {
    return route().add(routes).onError(ProblemException.class, SandboxRoutes::problem).build();
  }

  private static ServerResponse problem(Throwable thrown, ServerRequest request) {
    Problem problem = ((ProblemException) thrown).problem();
    return ServerResponse.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
