package org.aftercare.engine;

import java.time.Duration;

/** What waits in the engine and in the inbox, for those who keep the product running. */
public interface EngineBacklog {

  /**
   * What waits and since when.
   *
   * @param count how much of it
   * @param lag since when the first of it has been due; zero if nothing is
   */
  record Waiting(long count, Duration lag) {}

  /** Jobs that could run now: what the job executor has not come to yet. */
  Waiting dueJobs();

  /** Jobs that have failed and will be tried again. */
  long failingJobs();

  /** Incidents that nobody has mended yet. */
  long incidents();

  /** Messages from outside that are due to be handed to a process. */
  Waiting dueMessages();
}
