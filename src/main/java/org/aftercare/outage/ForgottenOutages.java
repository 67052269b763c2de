package org.aftercare.outage;

import java.time.Clock;
import java.time.Duration;
import org.aftercare.engine.HouseworkTurns;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets who was affected by outages that were over long ago; how many they were stays. */
@Component
class ForgottenOutages {

  /** Shorter than the schedule, so that a node does not miss every other turn. */
  private static final Duration TURN = Duration.ofMinutes(50);

  private final Outages outages;
  private final OutageProperties properties;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final HouseworkTurns turns;

  ForgottenOutages(
      Outages outages,
      OutageProperties properties,
      Clock clock,
      TransactionTemplate transaction,
      HouseworkTurns turns) {
    this.outages = outages;
    this.properties = properties;
    this.clock = clock;
    this.transaction = transaction;
    this.turns = turns;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void forgetInTurn() {
    if (turns.take("outage", TURN)) {
      forget();
    }
  }

  void forget() {
    HouseworkTurns.inParts(
        () ->
            transaction.execute(
                status ->
                    outages.forgetAffected(
                        clock.instant().minus(properties.keepAffected()), HouseworkTurns.BATCH)));
  }
}
