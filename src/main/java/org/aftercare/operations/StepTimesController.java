package org.aftercare.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.aftercare.api.ProblemException;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often and how long the steps of a process are done, for operations. */
@RestController
@RequestMapping(FailuresController.PATH)
@Tag(name = "Operations")
class StepTimesController {

  private static final int MOST_DAYS = 3_660;

  private final StepTimes times;
  private final StepNames names;
  private final ProcessVersions versions;
  private final ProcessRights rights;
  private final Clock clock;

  StepTimesController(
      StepTimes times,
      StepNames names,
      ProcessVersions versions,
      ProcessRights rights,
      Clock clock) {
    this.times = times;
    this.names = names;
    this.versions = versions;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * A step's figures in the period.
   *
   * @param times how often it was left
   */
  record Step(
      String elementId,
      String step,
      long times,
      double meanSeconds,
      double totalSeconds,
      double longestSeconds) {}

  @GetMapping("/step-times")
  @Operation(summary = "How often and how long each step was done in the last days, in UTC")
  List<Step> ofProcess(
      @RequestParam String definition,
      @RequestParam(defaultValue = "false") boolean allVersions,
      @RequestParam(required = false) Integer days) {
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw ProblemException.invalid(
          "days",
          "The period is 1 to %d days, of which today is one.".formatted(MOST_DAYS),
          "Send fewer days, or none for all that is known.");
    }
    ProcessVersions.Version version =
        versions.find(definition, rights.to(ProcessDefinitionPermissions.READ_HISTORY));
    LocalDate from =
        days == null
            ? null
            : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L);
    return times.of(allVersions ? versions.all(version) : List.of(definition), from).stream()
        .map(step -> step(version, step))
        .sorted(Comparator.comparingLong(Step::times).reversed().thenComparing(Step::elementId))
        .toList();
  }

  private Step step(ProcessVersions.Version version, StepTimes.StepTime step) {
    return new Step(
        step.stepId(),
        names.of(version.definitionId(), step.stepId()),
        step.times(),
        step.totalMillis() / 1000.0 / step.times(),
        step.totalMillis() / 1000.0,
        step.longestMillis() / 1000.0);
  }
}
