package org.aftercare.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Predicate;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Steps that fail, and those that stand still, for operations. */
@RestController
@RequestMapping(FailuresController.PATH)
@Tag(name = "Operations")
class FailuresController {

  static final String PATH = "/api/desk/operations";

  /** The most steps that one request has tried again; the rest stay for the next. */
  static final int MOST_RETRIES = 20_000;

  private static final int MOST_PICKED = 1_000;

  private final FailingSteps failing;
  private final Incidents incidents;
  private final IncidentRetries retries;
  private final ProcessRights rights;
  private final IdempotentCommands commands;

  FailuresController(
      FailingSteps failing,
      Incidents incidents,
      IncidentRetries retries,
      ProcessRights rights,
      IdempotentCommands commands) {
    this.failing = failing;
    this.incidents = incidents;
    this.retries = retries;
    this.rights = rights;
    this.commands = commands;
  }

  @GetMapping("/failing-steps")
  @Operation(summary = "Steps that have failed and are tried again, the next to be tried first")
  PageOf<FailingSteps.FailingStep> failing(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    PageOf.check(page, size);
    return failing.page(page, size, readable());
  }

  @GetMapping("/incident-groups")
  @Operation(summary = "Incidents by step and cause, the largest group first")
  List<Incidents.Group> groups() {
    return incidents.groups(readable());
  }

  @GetMapping("/incidents")
  @Operation(summary = "Incidents of a group, oldest first")
  List<Incidents.Stopped> ofGroup(
      @RequestParam String group,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    PageOf.check(page, size);
    return incidents.of(group, page, size, readable());
  }

  @GetMapping("/retries")
  @Operation(summary = "The latest requests to try steps again and what came of them")
  List<IncidentRetries.Retry> retries() {
    return retries.latest();
  }

  @PostMapping("/retries")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @Operation(summary = "Have a whole group, or picked incidents, tried again")
  ResponseEntity<IncidentRetries.Retry> retry(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody RetryRequest request) {
    request.check();
    return commands.once(
        key,
        "POST " + PATH + "/retries",
        request,
        IncidentRetries.Retry.class,
        () -> {
          List<String> jobs =
              request.groupId() != null
                  ? incidents.jobsOf(request.groupId(), MOST_RETRIES, readable())
                  : incidents.jobs(request.incidentIds(), readable());
          if (jobs.isEmpty()) {
            throw ProblemException.notFound("incident");
          }
          return ResponseEntity.status(HttpStatus.ACCEPTED)
              .body(retries.ask(rights.staff().userId(), jobs.stream().distinct().toList()));
        });
  }

  private Predicate<String> readable() {
    return rights.to(ProcessDefinitionPermissions.READ_INSTANCE);
  }

  /**
   * Either a group or some incidents.
   *
   * @param incidentIds 1 to 1,000
   */
  record RetryRequest(String groupId, List<String> incidentIds) {

    void check() {
      if ((groupId == null) == (incidentIds == null)) {
        throw ProblemException.invalid(
            "/groupId",
            "Either a group or incidents are tried again.",
            "Send groupId or incidentIds, and not both.");
      }
      if (incidentIds != null && (incidentIds.isEmpty() || incidentIds.size() > MOST_PICKED)) {
        throw ProblemException.invalid(
            "/incidentIds",
            "1 to %d incidents can be picked.".formatted(MOST_PICKED),
            "Pick less, or send the groupId.");
      }
    }
  }
}
