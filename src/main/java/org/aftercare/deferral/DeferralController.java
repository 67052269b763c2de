package org.aftercare.deferral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.ProblemException;
import org.aftercare.cases.CaseQuestions;
import org.aftercare.cases.CustomerQuestion;
import org.aftercare.cases.OpenedCase;
import org.aftercare.cases.ReaderLanguage;
import org.aftercare.cases.ServiceCase;
import org.aftercare.cases.VisibleCases;
import org.aftercare.notifications.Wordings;
import org.aftercare.systems.SystemUnavailableException;
import org.springframework.http.HttpHeaders;
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

/** The API of payment deferrals, for customers and for staff who act for them. */
@RestController
@RequestMapping(DeferralController.PATH)
@Tag(name = "Payment deferrals")
class DeferralController {

  static final String PATH = "/api/deferrals";

  private final PaymentDeferrals deferrals;
  private final Deferrals stored;
  private final VisibleCases cases;
  private final CaseQuestions questions;
  private final Wordings wordings;
  private final CurrentCaller caller;
  private final IdempotentCommands commands;

  DeferralController(
      PaymentDeferrals deferrals,
      Deferrals stored,
      VisibleCases cases,
      CaseQuestions questions,
      Wordings wordings,
      CurrentCaller caller,
      IdempotentCommands commands) {
    this.deferrals = deferrals;
    this.stored = stored;
    this.cases = cases;
    this.questions = questions;
    this.wordings = wordings;
    this.caller = caller;
    this.commands = commands;
  }

  @GetMapping("/eligibility")
  @Operation(summary = "Whether and until when an invoice can be paid later, and what it costs")
  EligibilityView eligibility(
      @Parameter(description = "The invoice's number.", example = "I-70001") @RequestParam
          String invoice,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          String language) {
    Eligibility found = found(invoice.strip());
    caller.requireMaySee(found.invoice().customerId(), DeferralController::noInvoice);
    Locale reader = ReaderLanguage.of(language).orElse(Locale.ENGLISH);
    return EligibilityView.of(
        found,
        wordings.text(
            "deferral.explanation",
            Map.of("finding", found.finding()),
            reader,
            found.invoice().country()));
  }

  private Eligibility found(String invoice) {
    try {
      return deferrals.eligibility(invoice).orElseThrow(DeferralController::noInvoice);
    } catch (SystemUnavailableException e) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "billing-unavailable",
          "Invoices cannot be looked up just now",
          "The billing system does not answer. Try again in some minutes, or send the request all the same with POST /api/deferrals: it is kept and decided as soon as billing answers.");
    }
  }

  /** Opens a case. The answer does not wait for the decision, which follows within seconds. */
  @PostMapping
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Ask to pay an invoice later")
  ResponseEntity<OpenedCase> open(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody DeferralRequest request) {
    NewDeferral wanted = request.toNewDeferral();
    caller.requireMayAct(wanted.customerId());
    return commands.once(
        key,
        "POST " + PATH,
        request,
        OpenedCase.class,
        () -> orProblem(() -> deferrals.lookUp(wanted)),
        found -> opened(wanted, found));
  }

  private ResponseEntity<OpenedCase> opened(NewDeferral wanted, PaymentDeferrals.LookedUp found) {
    ServiceCase opened = orProblem(() -> deferrals.open(wanted, found));
    return ResponseEntity.created(URI.create(PATH + "/" + opened.caseNumber()))
        .body(OpenedCase.of(opened));
  }

  private static <T> T orProblem(Supplier<T> step) {
    try {
      return step.get();
    } catch (InvoiceTakenException e) {
      throw ProblemException.conflict(
          "deferral-open",
          "There is a request for this invoice already",
          e.caseNumber() == null
              ? "Another request for this invoice has come at the same moment. Look at GET /api/cases."
              : "Case %s is about this invoice. To take it back first, send POST /api/cases/%s/cancel."
                  .formatted(e.caseNumber(), e.caseNumber()));
    }
  }

  @GetMapping("/{caseNumber}")
  @Operation(summary = "What is known of a deferral, and when the invoice is paid instead")
  DeferralView show(@PathVariable String caseNumber) {
    ServiceCase of = require(caseNumber);
    return DeferralView.of(
        of,
        stored.require(of.caseNumber()),
        questions.isOpen(of.caseNumber(), CustomerQuestion.OFFER));
  }

  @PostMapping("/{caseNumber}/offer")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @Operation(summary = "Accept or decline what a person has offered instead")
  ResponseEntity<OpenedCase> answerOffer(
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @PathVariable String caseNumber,
      @RequestBody OfferAnswer request) {
    ServiceCase of = require(caseNumber);
    if (request.answer() == null) {
      throw ProblemException.invalid(
          List.of(new FieldProblem("/answer", "This is missing.", "Send ACCEPT or DECLINE.")));
    }
    return commands.once(
        key,
        "POST %s/%s/offer".formatted(PATH, of.caseNumber()),
        request,
        OpenedCase.class,
        () -> {
          questions.answer(
              of,
              caller.get(),
              key,
              CustomerQuestion.OFFER,
              request.answer().name(),
              request.text());
          return ResponseEntity.accepted().body(OpenedCase.of(of));
        });
  }

  private ServiceCase require(String caseNumber) {
    return cases.require(caseNumber, DeferralProcess.KEY, "payment deferral");
  }

  private static ProblemException noInvoice() {
    return ProblemException.notFound("invoice");
  }
}
