package org.aftercare.desk;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.ProblemException;
import org.aftercare.cases.CasePhotos;
import org.aftercare.cases.Cases;
import org.aftercare.cases.PhotoResponse;
import org.aftercare.cases.ReaderLanguage;
import org.aftercare.cases.ServiceCase;
import org.aftercare.engine.StaffTasks;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the Case tab shows. Whoever may read a task sees its case; others are told that there is
 * nothing. Whose work is cases as a whole, the list of endpoints says.
 */
@RestController
@RequestMapping("/api/desk")
class DeskController {

  private final CurrentCaller currentCaller;
  private final StaffTasks tasks;
  private final Cases cases;
  private final CasePhotos photos;
  private final DeskCases deskCases;

  DeskController(
      CurrentCaller currentCaller,
      StaffTasks tasks,
      Cases cases,
      CasePhotos photos,
      DeskCases deskCases) {
    this.currentCaller = currentCaller;
    this.tasks = tasks;
    this.cases = cases;
    this.photos = photos;
    this.deskCases = deskCases;
  }

  @GetMapping("/tasks/{taskId}/case")
  @Operation(summary = "The case of a task that I may read")
  ResponseEntity<DeskCase> ofTask(
      @PathVariable String taskId,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String acceptLanguage) {
    return answer(
        caseOfTask(taskId),
        acceptLanguage,
        tasks.instruction(taskId).orElse(null),
        "/api/desk/tasks/%s/photos/".formatted(taskId));
  }

  @GetMapping("/tasks/{taskId}/photos/{photoId}")
  @Operation(summary = "A photo of the case of a task that I may read")
  ResponseEntity<byte[]> photoOfTask(@PathVariable String taskId, @PathVariable String photoId) {
    return photo(caseOfTask(taskId), photoId);
  }

  @GetMapping("/cases/{caseNumber}")
  @Operation(summary = "A case as staff see it")
  ResponseEntity<DeskCase> ofNumber(
      @PathVariable String caseNumber,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String acceptLanguage) {
    ServiceCase of = caseOfNumber(caseNumber);
    return answer(
        of, acceptLanguage, null, "/api/desk/cases/%s/photos/".formatted(of.caseNumber()));
  }

  @GetMapping("/cases/{caseNumber}/photos/{photoId}")
  @Operation(summary = "A photo of a case")
  ResponseEntity<byte[]> photoOfCase(
      @PathVariable String caseNumber, @PathVariable String photoId) {
    return photo(caseOfNumber(caseNumber), photoId);
  }

  /** Personal data: no browser keeps it. */
  private ResponseEntity<DeskCase> answer(
      ServiceCase of, String acceptLanguage, String instruction, String photosAt) {
    Locale language = ReaderLanguage.of(acceptLanguage).orElse(Locale.ENGLISH);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(deskCases.of(of, language, instruction, photosAt));
  }

  private ResponseEntity<byte[]> photo(ServiceCase of, String photoId) {
    return photos
        .content(of.caseNumber(), photoId)
        .map(PhotoResponse::of)
        .orElseThrow(() -> ProblemException.notFound("photo"));
  }

  private ServiceCase caseOfTask(String taskId) {
    Caller.Staff staff = staff();
    return tasks
        .caseOf(taskId, staff.userId(), staff.groups())
        .flatMap(cases::find)
        .orElseThrow(() -> ProblemException.notFound("task with a case"));
  }

  private ServiceCase caseOfNumber(String caseNumber) {
    return cases.find(caseNumber).orElseThrow(() -> ProblemException.notFound("case"));
  }

  private Caller.Staff staff() {
    if (currentCaller.get() instanceof Caller.Staff staff) {
      return staff;
    }
    throw ProblemException.notFound("task");
  }
}
