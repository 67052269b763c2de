package org.aftercare.notifications;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.aftercare.notifications.UndeliveredNotices.Undelivered;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could not be delivered, for operations. */
@RestController
@RequestMapping({UndeliveredController.PATH, UndeliveredController.IN_COCKPIT})
@Tag(name = "Undelivered messages")
class UndeliveredController {

  static final String PATH = "/api/undelivered-notices";

  /** The same for a page in Cockpit, which uses the login there. */
  static final String IN_COCKPIT = "/api/desk/operations/undelivered-notices";

  private final UndeliveredNotices undelivered;
  private final IdempotentCommands commands;

  UndeliveredController(UndeliveredNotices undelivered, IdempotentCommands commands) {
    this.undelivered = undelivered;
    this.commands = commands;
  }

  @GetMapping
  @Operation(summary = "Messages that were given up, oldest first")
  PageOf<Undelivered> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    PageOf.check(page, size);
    return new PageOf<>(undelivered.list(page, size), page, size, undelivered.count());
  }

  @PostMapping("/retry")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @Operation(summary = "Send a message again under the same id, after its cause is mended")
  ResponseEntity<Void> retry(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody RetryRequest request) {
    request.check();
    return commands.once(
        key,
        "POST " + PATH + "/retry",
        request,
        Void.class,
        () -> {
          if (!undelivered.retry(request.noticeId(), request.recipient())) {
            throw ProblemException.notFound("undelivered message");
          }
          return ResponseEntity.accepted().build();
        });
  }

  /** Both as the list shows them. */
  record RetryRequest(String noticeId, String recipient) {

    void check() {
      if (noticeId == null || recipient == null) {
        throw ProblemException.invalid(
            List.of(
                new FieldProblem(
                    noticeId == null ? "/noticeId" : "/recipient",
                    "This is missing.",
                    "Send it as the list of undelivered messages shows it.")));
      }
    }
  }
}
