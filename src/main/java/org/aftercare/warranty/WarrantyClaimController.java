package org.aftercare.warranty;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.cases.OpenedCase;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.VisibleCases;
import org.aftercare.fulfilment.Commitments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of warranty claims, for customers and for staff who act for them. */
@RestController
@RequestMapping(WarrantyClaimController.PATH)
@Tag(name = "Warranty claims")
class WarrantyClaimController {

  static final String PATH = "/api/warranty-claims";

  private final WarrantyClaims claims;
  private final Claims stored;
  private final Commitments commitments;
  private final VisibleCases cases;
  private final CurrentCaller caller;
  private final IdempotentCommands commands;

  WarrantyClaimController(
      WarrantyClaims claims,
      Claims stored,
      Commitments commitments,
      VisibleCases cases,
      CurrentCaller caller,
      IdempotentCommands commands) {
    this.claims = claims;
    this.stored = stored;
    this.commitments = commitments;
    this.cases = cases;
    this.caller = caller;
    this.commands = commands;
  }

  /** Opens a claim. The answer does not wait for what other systems have to do. */
  @PostMapping
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Claim that something bought is defective")
  ResponseEntity<OpenedCase> open(
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestBody WarrantyClaimRequest request) {
    NewClaim claim = request.toNewClaim();
    caller.requireMayAct(claim.customerId());
    return commands.once(
        key,
        "POST " + PATH,
        request,
        OpenedCase.class,
        () -> claims.lookUp(claim),
        found -> opened(claim, found));
  }

  private ResponseEntity<OpenedCase> opened(NewClaim claim, WarrantyClaims.LookedUp found) {
    ServiceCase opened = claims.open(claim, found);
    return ResponseEntity.created(URI.create(PATH + "/" + opened.caseNumber()))
        .body(OpenedCase.of(opened));
  }

  @GetMapping("/{caseNumber}")
  @Operation(summary = "What is known of a claim, and what is booked for it")
  WarrantyClaimView show(@PathVariable String caseNumber) {
    ServiceCase of = cases.require(caseNumber, WarrantyProcess.KEY, "warranty claim");
    return WarrantyClaimView.of(
        of, stored.require(of.caseNumber()), commitments.of(of.caseNumber()));
  }
}
