package org.aftercare.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.ProblemException;
import org.aftercare.cases.ReaderLanguage;
import org.aftercare.notifications.InAppMessages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The messages of whoever is logged in. Marking one as read twice is the same as once. */
@RestController
@RequestMapping("/api/desk/messages")
@Tag(name = "Messages to staff")
class DeskMessagesController {

  /** Older ones are in the e-mail, or have had their time. */
  private static final int NEWEST = 30;

  private final CurrentCaller currentCaller;
  private final InAppMessages messages;
  private final DeskWords words;

  DeskMessagesController(CurrentCaller currentCaller, InAppMessages messages, DeskWords words) {
    this.currentCaller = currentCaller;
    this.messages = messages;
    this.words = words;
  }

  @GetMapping
  @Operation(summary = "My messages, newest first")
  ResponseEntity<DeskMessages> newest(
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String acceptLanguage) {
    Locale language = ReaderLanguage.of(acceptLanguage).orElse(Locale.ENGLISH);
    String userId = userId();
    List<DeskMessages.Message> newest =
        messages.of(userId, 0, NEWEST).items().stream().map(DeskMessagesController::shown).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new DeskMessages(
                language.toLanguageTag(), words.labels(language), messages.unread(userId), newest));
  }

  private static DeskMessages.Message shown(InAppMessages.InAppMessage message) {
    return new DeskMessages.Message(
        message.messageId(),
        message.caseNumber(),
        message.subject(),
        message.text(),
        message.urgent(),
        message.arrivedAt(),
        message.readAt() != null);
  }

  @PutMapping("/{messageId}/read")
  @Operation(summary = "I have read a message")
  @ApiResponse(responseCode = "204", useReturnTypeSchema = true)
  ResponseEntity<Void> read(@PathVariable String messageId) {
    if (!messages.markRead(userId(), messageId)) {
      throw ProblemException.notFound("message");
    }
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/read")
  @Operation(summary = "I have read all my messages")
  @ApiResponse(responseCode = "204", useReturnTypeSchema = true)
  ResponseEntity<Void> readAll() {
    messages.markAllRead(userId());
    return ResponseEntity.noContent().build();
  }

  private String userId() {
    if (currentCaller.get() instanceof Caller.Staff staff) {
      return staff.userId();
    }
    throw ProblemException.notFound("message");
  }
}
