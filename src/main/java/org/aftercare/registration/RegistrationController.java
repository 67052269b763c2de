package org.aftercare.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.function.Supplier;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of registrations, for customers, staff who act for them, and managers. */
@RestController
@RequestMapping(RegistrationController.PATH)
@Tag(name = "Product registrations")
class RegistrationController {

  static final String PATH = "/api/registrations";

  private final ProductRegistrations registrations;
  private final Registrations stored;
  private final VisibleCases cases;
  private final CurrentCaller caller;
  private final IdempotentCommands commands;

  RegistrationController(
      ProductRegistrations registrations,
      Registrations stored,
      VisibleCases cases,
      CurrentCaller caller,
      IdempotentCommands commands) {
    this.registrations = registrations;
    this.stored = stored;
    this.cases = cases;
    this.caller = caller;
    this.commands = commands;
  }

  /** Registers a product. The answer does not wait for what other systems have to say. */
  @PostMapping
  @ApiResponse(responseCode = "200", description = "Registered by this customer before")
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Register a product")
  ResponseEntity<OpenedCase> register(
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestBody RegistrationRequest request) {
    boolean byCustomer = caller.get() instanceof Caller.Customer;
    if (byCustomer && request.fromPartner() != null) {
      throw ProblemException.invalid(
          "/fromPartner", "Only staff say whether a partner handed it in.", "Leave it out.");
    }
    NewRegistration registration = request.toNewRegistration(byCustomer);
    caller.requireMayAct(registration.customerId());
    return commands.once(
        key,
        "POST " + PATH,
        request,
        OpenedCase.class,
        () -> orProblem(() -> registrations.lookUp(registration)),
        country ->
            registrations
                .already(registration)
                .map(before -> ResponseEntity.ok(OpenedCase.of(before)))
                .orElseGet(
                    () -> {
                      ServiceCase of = registrations.open(registration, country);
                      return ResponseEntity.created(URI.create(PATH + "/" + of.caseNumber()))
                          .body(OpenedCase.of(of));
                    }));
  }

  private static <T> T orProblem(Supplier<T> step) {
    try {
      return step.get();
    } catch (SystemUnavailableException e) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "customer-register-silent",
          "The customer register does not answer",
          "We cannot look this customer up just now, and nothing was registered. Send the same"
              + " request again in a few minutes, with the same idempotency key.");
    }
  }

  @GetMapping("/{caseNumber}")
  @Operation(summary = "What is known of a registration, and until when the product is guaranteed")
  RegistrationView show(@PathVariable String caseNumber) {
    ServiceCase of = cases.require(caseNumber, RegistrationProcess.KEY, "registration");
    return RegistrationView.of(of, stored.require(of.caseNumber()));
  }

  /** Counted as it happens, by the month in the country of the purchase. */
  @GetMapping("/share")
  @Operation(summary = "Who registers: customers, staff or partners, month by month")
  RegistrationShare share(@RequestParam String from, @RequestParam String until) {
    YearMonth first = month("from", from);
    YearMonth last = month("until", until);
    if (last.isBefore(first)) {
      throw ProblemException.invalid(
          "until", "It lies before from.", "Send the same month or a later one.");
    }
    return RegistrationShare.of(stored.counted(first, last));
  }

  private static YearMonth month(String parameter, String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid(
          parameter, "This is no month.", "Send year and month: 2026-11.");
    }
  }
}
