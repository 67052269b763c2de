package org.aftercare.returns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.ProblemException;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.fulfilment.Commitments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API of product returns, for customers and for staff who act for them. A withdrawal takes two
 * steps, as directive 2011/83/EU asks in article 11a: "withdraw from contract here" and "confirm
 * withdrawal".
 */
@RestController
@RequestMapping(ProductReturnController.PATH)
@Tag(name = "Product returns")
class ProductReturnController {

  static final String PATH = "/api/returns";

  private final ProductReturns returns;
  private final Commitments commitments;
  private final Cases cases;
  private final CurrentCaller caller;
  private final IdempotentCommands commands;
  private final ReturnProperties properties;

  ProductReturnController(
      ProductReturns returns,
      Commitments commitments,
      Cases cases,
      CurrentCaller caller,
      IdempotentCommands commands,
      ReturnProperties properties) {
    this.returns = returns;
    this.commitments = commitments;
    this.cases = cases;
    this.caller = caller;
    this.commands = commands;
    this.properties = properties;
  }

  /** Declares a withdrawal, and says what it would mean. */
  @PostMapping
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Withdraw from contract here: the first of two steps")
  ResponseEntity<DeclaredReturn> declare(
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestBody ProductReturnRequest request) {
    NewReturn wanted = request.toNewReturn();
    caller.requireMayAct(wanted.customerId());
    return commands.once(
        key,
        "POST " + PATH,
        request,
        DeclaredReturn.class,
        () -> returns.lookUp(wanted),
        found -> declared(wanted, found));
  }

  private ResponseEntity<DeclaredReturn> declared(NewReturn wanted, ProductReturns.LookedUp found) {
    ProductReturn declared = returns.open(wanted, found);
    return ResponseEntity.created(URI.create(PATH + "/" + declared.caseNumber()))
        .body(DeclaredReturn.of(declared, properties.sendingPaidBy()));
  }

  /** Gives the notice of withdrawal, at this moment. Again, it answers the same. */
  @PostMapping("/{caseNumber}/confirm")
  @Operation(summary = "Confirm withdrawal: the second of two steps, the notice itself")
  ResponseEntity<ConfirmedReturn> confirm(
      @PathVariable String caseNumber, @RequestHeader(IdempotentCommands.HEADER) String key) {
    ServiceCase of = visible(caseNumber);
    return commands.once(
        key,
        "POST %s/%s/confirm".formatted(PATH, of.caseNumber()),
        null,
        ConfirmedReturn.class,
        () ->
            ResponseEntity.ok(
                ConfirmedReturn.of(
                    returns.confirm(of.caseNumber()).orElseThrow(ProductReturnController::lapsed),
                    properties.sendingPaidBy())));
  }

  @GetMapping("/{caseNumber}")
  @Operation(summary = "What is known of a return, and what it means")
  ProductReturnView show(@PathVariable String caseNumber) {
    ServiceCase of = visible(caseNumber);
    return ProductReturnView.of(
        of,
        returns.find(of.caseNumber()).orElseThrow(ProductReturnController::notFound),
        commitments.of(of.caseNumber()),
        properties.sendingPaidBy());
  }

  /** Also one that goes on in another flow: it began as a return. */
  private ServiceCase visible(String caseNumber) {
    ServiceCase of =
        cases
            .find(caseNumber)
            .filter(found -> returns.find(found.caseNumber()).isPresent())
            .orElseThrow(ProductReturnController::notFound);
    caller.requireMaySee(of.customerId(), ProductReturnController::notFound);
    return of;
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("return");
  }

  private static ProblemException lapsed() {
    return ProblemException.conflict(
        "withdrawal-lapsed",
        "The declaration has lapsed",
        "It was not confirmed in time, or the case has ended. To withdraw, begin again with POST "
            + PATH
            + ".");
  }
}
