package org.aftercare.notifications;

import java.time.Duration;

/** What waits in the outbox, for those who keep the product running. */
public interface OutboxBacklog {

  /** How many notices are to be planned and messages to be sent by now. */
  long due();

  /** How long the one that is due longest has been due; zero if nothing is. */
  Duration lag();
}
