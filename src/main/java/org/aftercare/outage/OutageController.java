package org.aftercare.outage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.aftercare.outage.Outage.Cause;
import org.aftercare.outage.Outage.Origin;
import org.aftercare.outage.Outage.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of outages, for operations and for systems that watch services. */
@RestController
@RequestMapping(OutageController.PATH)
@Tag(name = "Outages")
class OutageController {

  static final String PATH = "/api/outages";

  private final OutageReports reports;
  private final Outages outages;
  private final OutageProperties properties;
  private final CurrentCaller caller;
  private final IdempotentCommands commands;

  OutageController(
      OutageReports reports,
      Outages outages,
      OutageProperties properties,
      CurrentCaller caller,
      IdempotentCommands commands) {
    this.reports = reports;
    this.outages = outages;
    this.properties = properties;
    this.caller = caller;
    this.commands = commands;
  }

  /** Reports an outage. The answer does not wait until everybody affected has been found. */
  @PostMapping
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(summary = "Report that a service has failed; those affected are found and told")
  ResponseEntity<OutageView> report(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody Report report) {
    return commands.once(
        key,
        "POST " + PATH,
        report,
        OutageView.class,
        () -> reports.checked(report.toOutageReport()),
        checked -> {
          OutageView opened = view(reports.open(checked, userId()));
          return ResponseEntity.created(URI.create(PATH + "/" + opened.outageNumber()))
              .body(opened);
        });
  }

  @GetMapping
  @Operation(summary = "Outages, newest first")
  PageOf<OutageView> list(
      @RequestParam(required = false) Outage.State state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    PageOf.check(page, size);
    return new PageOf<>(outages.page(state, page * size, size), page, size, outages.count(state))
        .map(this::view);
  }

  @GetMapping("/{outageNumber}")
  @Operation(summary = "An outage, and whom it has reached")
  OutageView show(@PathVariable String outageNumber) {
    return view(require(outageNumber));
  }

  @PostMapping("/{outageNumber}/updates")
  @Operation(summary = "Tell those affected what is new")
  ResponseEntity<OutageView> update(
      @PathVariable String outageNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestBody Update update) {
    return carryOut(
        outageNumber,
        key,
        "updates",
        update,
        (number, id) -> reports.update(number, update.cause(), update.expectedEndAt(), id));
  }

  @PostMapping("/{outageNumber}/all-clear")
  @Operation(summary = "Tell those affected that the service works again")
  ResponseEntity<OutageView> allClear(
      @PathVariable String outageNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestBody AllClear allClear) {
    return carryOut(
        outageNumber,
        key,
        "all-clear",
        allClear,
        (number, id) -> reports.allClear(number, allClear.endedAt(), id));
  }

  @PostMapping("/{outageNumber}/withdrawal")
  @Operation(summary = "Take the report back: those who were told are told so, with an apology")
  ResponseEntity<OutageView> withdraw(
      @PathVariable String outageNumber, @RequestHeader(IdempotentCommands.HEADER) String key) {
    return carryOut(outageNumber, key, "withdrawal", Map.of(), reports::withdraw);
  }

  private ResponseEntity<OutageView> carryOut(
      String outageNumber,
      String key,
      String what,
      Object body,
      BiFunction<String, String, Outage> deed) {
    String number = require(outageNumber).number();
    return commands.once(
        key,
        "POST %s/%s/%s".formatted(PATH, number, what),
        body,
        OutageView.class,
        () -> ResponseEntity.accepted().body(view(deed.apply(number, newsId(key)))));
  }

  /** Two callers may have chosen the same key; who they are stays out of the inbox. */
  private String newsId(String key) {
    byte[] callerAndKey = (caller.get().reference() + "\n" + key).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(callerAndKey).toString();
  }

  private Outage require(String outageNumber) {
    return reports.find(outageNumber).orElseThrow(() -> ProblemException.notFound("outage"));
  }

  private OutageView view(Outage outage) {
    return OutageView.of(outage, properties.contactShare());
  }

  private String userId() {
    if (caller.get() instanceof Caller.Staff staff) {
      return staff.userId();
    }
    throw ProblemException.notFound("outage");
  }

  /** The body of {@code POST /api/outages}. */
  @Schema(name = "OutageReport", description = "A service has failed.")
  record Report(
      @Schema(
              description = "The service's code in the customer register.",
              example = "BROADBAND",
              requiredMode = RequiredMode.REQUIRED)
          String service,
      @Schema(example = "SE", requiredMode = RequiredMode.REQUIRED) String country,
      @Schema(
              description =
                  "The beginning of the postal codes, without blanks; left out for the whole country.",
              example = "752")
          String area,
      @Schema(description = "As far as it is known.", defaultValue = "UNKNOWN") Cause cause,
      @Schema(description = "Who noticed it first.", defaultValue = "REPORTED") Origin origin,
      @Schema(
              description = "When the service failed; not in the future.",
              example = "2026-11-22T08:40:00Z",
              requiredMode = RequiredMode.REQUIRED)
          Instant startedAt,
      @Schema(description = "When it is thought to work again; left out if nobody knows.")
          Instant expectedEndAt) {

    OutageReport toOutageReport() {
      return new OutageReport(
          new Place(
              strip(service),
              strip(country),
              area == null || area.isBlank() ? null : area.replace(" ", "")),
          cause == null ? Cause.UNKNOWN : cause,
          origin == null ? Origin.REPORTED : origin,
          startedAt,
          expectedEndAt);
    }

    private static String strip(String text) {
      return text == null ? null : text.strip();
    }
  }

  /** The body of {@code POST /api/outages/{outageNumber}/updates}. */
  @Schema(name = "OutageUpdate")
  record Update(
      @Schema(description = "Left out if nothing is new of it.") Cause cause,
      @Schema(description = "Left out if nobody knows any more.") Instant expectedEndAt) {}

  /** The body of {@code POST /api/outages/{outageNumber}/all-clear}. */
  @Schema(name = "OutageAllClear")
  record AllClear(@Schema(description = "Left out if it is over now.") Instant endedAt) {}
}
