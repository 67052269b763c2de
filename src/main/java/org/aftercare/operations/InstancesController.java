package org.aftercare.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.aftercare.operations.FinishedInstances.Instance;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where cases went, for operations. */
@RestController
@RequestMapping(FailuresController.PATH)
@Tag(name = "Operations")
class InstancesController {

  private final FinishedInstances instances;
  private final ProcessVersions versions;
  private final ProcessRights rights;

  InstancesController(FinishedInstances instances, ProcessVersions versions, ProcessRights rights) {
    this.instances = instances;
    this.versions = versions;
    this.rights = rights;
  }

  @GetMapping("/cases/{caseNumber}")
  @Operation(summary = "The process instances of a case, running or not, oldest first")
  List<Instance> ofCase(@PathVariable String caseNumber) {
    return instances.ofCase(caseNumber, readable());
  }

  /**
   * A page of finished instances.
   *
   * @param next what to send as {@code after} for the next page; {@code null} on the last one
   * @param ends where an instance of this model may end
   */
  record Finished(List<Instance> items, String next, List<ProcessVersions.End> ends) {}

  @GetMapping("/finished-instances")
  @Operation(summary = "Finished instances of a process, those that ended last first")
  Finished finished(
      @RequestParam String definition,
      @RequestParam(defaultValue = "false") boolean allVersions,
      @RequestParam(required = false) String caseNumber,
      @RequestParam(required = false) String end,
      @RequestParam(required = false) Instant from,
      @RequestParam(required = false) Instant until,
      @RequestParam(required = false) String after,
      @RequestParam(defaultValue = "20") int size) {
    PageOf.check(0, size);
    ProcessVersions.Version version = versions.find(definition, readable());
    List<Instance> found =
        instances.page(
            new FinishedInstances.Choice(
                allVersions ? versions.all(version) : List.of(definition),
                caseNumber == null ? null : caseNumber.strip(),
                end,
                from,
                until),
            after == null ? null : position(after),
            size + 1);
    boolean more = found.size() > size;
    List<Instance> items = more ? found.subList(0, size) : found;
    return new Finished(items, more ? position(items.get(size - 1)) : null, versions.ends(version));
  }

  /**
   * The way that an instance went.
   *
   * @param whole whether these are all of its steps
   */
  record Path(Instance instance, List<FinishedInstances.PathStep> steps, boolean whole) {}

  @GetMapping("/instances/{processInstanceId}/path")
  @Operation(summary = "The steps that an instance went through, in order")
  Path path(@PathVariable String processInstanceId) {
    Predicate<String> readable = readable();
    Instance instance =
        instances
            .find(processInstanceId)
            .filter(found -> readable.test(found.processKey()))
            .orElseThrow(() -> ProblemException.notFound("process instance"));
    List<FinishedInstances.PathStep> steps = instances.path(processInstanceId);
    return new Path(instance, steps, steps.size() < FinishedInstances.MOST_STEPS);
  }

  private Predicate<String> readable() {
    return rights.to(ProcessDefinitionPermissions.READ_HISTORY);
  }

  private static String position(Instance last) {
    return last.endedAt().toEpochMilli() + "_" + last.processInstanceId();
  }

  private static FinishedInstances.Position position(String text) {
    int gap = text.indexOf('_');
    try {
      return new FinishedInstances.Position(
          Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, gap)))),
          text.substring(gap + 1));
    } catch (NumberFormatException e) {
      throw ProblemException.invalid(
          "after", "No page begins there.", "Send what the page before has as next.");
    }
  }
}
