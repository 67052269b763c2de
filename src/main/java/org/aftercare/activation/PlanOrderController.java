package org.aftercare.activation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.function.Supplier;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.ProblemException;
import org.aftercare.cases.OpenedCase;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.VisibleCases;
import org.aftercare.systems.SystemUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The API of activations and upgrades, for customers and for staff who act for them. */
@RestController
@Tag(name = "Activations and upgrades")
class PlanOrderController {

  static final String ACTIVATIONS = "/api/activations";
  static final String UPGRADES = "/api/upgrades";

  private final PlanOrdering ordering;
  private final PlanOrders orders;
  private final VisibleCases cases;
  private final CurrentCaller caller;
  private final IdempotentCommands commands;

  PlanOrderController(
      PlanOrdering ordering,
      PlanOrders orders,
      VisibleCases cases,
      CurrentCaller caller,
      IdempotentCommands commands) {
    this.ordering = ordering;
    this.orders = orders;
    this.cases = cases;
    this.caller = caller;
    this.commands = commands;
  }

  /** Orders a service. The answer does not wait for what other systems have to do. */
  @PostMapping(ACTIVATIONS)
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Order a service by the month")
  ResponseEntity<OpenedCase> activate(
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestBody ActivationRequest request) {
    return order(key, ACTIVATIONS, request, request.toNewOrder());
  }

  /** Orders a higher plan. The answer does not wait for what other systems have to do. */
  @PostMapping(UPGRADES)
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Order a higher plan for a subscription")
  ResponseEntity<OpenedCase> upgrade(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody UpgradeRequest request) {
    return order(key, UPGRADES, request, request.toNewOrder());
  }

  private ResponseEntity<OpenedCase> order(
      String key, String path, Object request, NewPlanOrder order) {
    caller.requireMayAct(order.customerId());
    return commands.once(
        key,
        "POST " + path,
        request,
        OpenedCase.class,
        () -> orProblem(() -> ordering.lookUp(order)),
        country -> opened(path, order, country));
  }

  private ResponseEntity<OpenedCase> opened(String path, NewPlanOrder order, String country) {
    ServiceCase opened = ordering.open(order, country);
    return ResponseEntity.created(URI.create(path + "/" + opened.caseNumber()))
        .body(OpenedCase.of(opened));
  }

  private static <T> T orProblem(Supplier<T> step) {
    try {
      return step.get();
    } catch (SystemUnavailableException e) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "customer-register-silent",
          "The customer register does not answer",
          "We cannot look this customer up just now, and nothing was ordered. Send the same request"
              + " again in a few minutes, with the same idempotency key.");
    }
  }

  @GetMapping(ACTIVATIONS + "/{caseNumber}")
  @Operation(summary = "What is known of an activation, and how far it has come")
  PlanOrderView activation(@PathVariable String caseNumber) {
    return show(caseNumber, Kind.ACTIVATION);
  }

  @GetMapping(UPGRADES + "/{caseNumber}")
  @Operation(summary = "What is known of an upgrade, and how far it has come")
  PlanOrderView upgrade(@PathVariable String caseNumber) {
    return show(caseNumber, Kind.UPGRADE);
  }

  private PlanOrderView show(String caseNumber, Kind kind) {
    ServiceCase of =
        cases.require(
            caseNumber,
            ActivationProcess.flowOf(kind),
            kind == Kind.UPGRADE ? "upgrade" : "activation");
    return PlanOrderView.of(
        of,
        orders.require(of.caseNumber()),
        orders.effects(of.caseNumber()),
        caller.get() instanceof Caller.Customer);
  }
}
