package org.aftercare.notifications;

import java.time.Clock;
import java.time.Duration;
import org.aftercare.engine.HouseworkTurns;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Empties the outbox of what was delivered long ago. */
@Component
class ServedNotices {

  /** Shorter than the schedule, so that a node does not miss every other turn. */
  private static final Duration TURN = Duration.ofMinutes(50);

  private final NotificationStore store;
  private final Clock clock;
  private final Duration keep;
  private final TransactionTemplate transaction;
  private final HouseworkTurns turns;

  ServedNotices(
      NotificationStore store,
      Clock clock,
      NotificationsProperties properties,
      TransactionTemplate transaction,
      HouseworkTurns turns) {
    this.store = store;
    this.clock = clock;
    this.keep = properties.keep();
    this.transaction = transaction;
    this.turns = turns;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void removeInTurn() {
    if (turns.take("notifications", TURN)) {
      remove();
    }
  }

  void remove() {
    HouseworkTurns.inParts(
        () ->
            transaction.execute(
                status -> store.removeServed(clock.instant().minus(keep), HouseworkTurns.BATCH)));
  }
}
