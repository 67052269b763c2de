package org.aftercare.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.DeadLetters;
import org.aftercare.engine.DeadLetters.DeadLetter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages of customers and partners that no case took, for operations. */
@RestController
@RequestMapping({DeadLetterController.PATH, DeadLetterController.IN_COCKPIT})
@Tag(name = "Dead letters")
class DeadLetterController {

  static final String PATH = "/api/dead-letters";

  /** The same for a page in Cockpit, which uses the login there. */
  static final String IN_COCKPIT = "/api/desk/operations/dead-letters";

  private final DeadLetters letters;
  private final IdempotentCommands commands;

  DeadLetterController(DeadLetters letters, IdempotentCommands commands) {
    this.letters = letters;
    this.commands = commands;
  }

  @GetMapping
  @Operation(
      summary = "Messages to cases that were given up, and those that keep failing; latest first")
  PageOf<DeadLetter> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    PageOf.check(page, size);
    return new PageOf<>(letters.page(page * size, size), page, size, letters.count());
  }

  @PostMapping("/retry")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @Operation(summary = "Have a message tried again, after its cause is mended")
  ResponseEntity<Void> retry(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody Letter letter) {
    return carryOut(key, "retry", letter, letters::tryAgain);
  }

  @PostMapping("/discard")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @Operation(summary = "Give a message up for good, since nobody needs it any more")
  ResponseEntity<Void> discard(
      @RequestHeader(IdempotentCommands.HEADER) String key, @RequestBody Letter letter) {
    return carryOut(key, "discard", letter, letters::discard);
  }

  private ResponseEntity<Void> carryOut(
      String key, String what, Letter letter, BiPredicate<String, String> deed) {
    letter.check();
    return commands.once(
        key,
        "POST " + PATH + "/" + what,
        letter,
        Void.class,
        () -> {
          if (!deed.test(letter.source(), letter.id())) {
            throw ProblemException.notFound("dead letter");
          }
          return ResponseEntity.accepted().build();
        });
  }

  /** Both as the list shows them. */
  record Letter(String source, String id) {

    void check() {
      List<FieldProblem> problems = new ArrayList<>();
      if (source == null) {
        problems.add(missing("/source"));
      }
      if (id == null) {
        problems.add(missing("/id"));
      }
      if (!problems.isEmpty()) {
        throw ProblemException.invalid(problems);
      }
    }

    private static FieldProblem missing(String field) {
      return new FieldProblem(
          field, "This is missing.", "Send it as the list of dead letters shows it.");
    }
  }
}
