package org.aftercare.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.aftercare.engine.DeadLetters;
import org.aftercare.engine.EngineBacklog;
import org.aftercare.notifications.OutboxBacklog;
import org.aftercare.notifications.UndeliveredNotices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits and what stands still, in one answer. */
@RestController
@RequestMapping(FailuresController.PATH)
@Tag(name = "Operations")
class BacklogController {

  private final EngineBacklog engine;
  private final DeadLetters letters;
  private final OutboxBacklog outbox;
  private final UndeliveredNotices undelivered;

  BacklogController(
      EngineBacklog engine,
      DeadLetters letters,
      OutboxBacklog outbox,
      UndeliveredNotices undelivered) {
    this.engine = engine;
    this.letters = letters;
    this.outbox = outbox;
    this.undelivered = undelivered;
  }

  /**
   * Something that should be done soon.
   *
   * @param due how much of it is due by now
   * @param lagSeconds how long the first of it has been due; 0 if nothing is
   */
  record Queue(long due, long lagSeconds) {

    static Queue of(long due, Duration lag) {
      return new Queue(due, Math.max(0, lag.toSeconds()));
    }

    static Queue of(EngineBacklog.Waiting waiting) {
      return of(waiting.count(), waiting.lag());
    }
  }

  /**
   * Everything that operations watches.
   *
   * @param steps jobs that no node has come to yet
   * @param outbox notices and messages on their way out
   * @param inbox messages of partners and customers on their way to their cases
   */
  record Backlog(
      Queue steps,
      Queue outbox,
      Queue inbox,
      long failingSteps,
      long incidents,
      long deadLetters,
      long undeliveredNotices) {}

  @GetMapping("/backlog")
  @Operation(summary = "How much waits, since when, and how much stands still")
  Backlog backlog() {
    return new Backlog(
        Queue.of(engine.dueJobs()),
        Queue.of(outbox.due(), outbox.lag()),
        Queue.of(engine.dueMessages()),
        engine.failingJobs(),
        engine.incidents(),
        letters.count(),
        undelivered.count());
  }
}
