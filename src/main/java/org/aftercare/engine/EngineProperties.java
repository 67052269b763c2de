package org.aftercare.engine;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the engine. The job executor's own settings stand under {@code
 * camunda.bpm.job-execution}.
 *
 * @param historyTimeToLive how long the engine's history of an ended instance is kept where its
 *     model does not say; not shorter than any model's, which the engine would warn of
 * @param cleanupFrom start of the daily window in which old history is removed, local time
 * @param cleanupUntil end of that window
 * @param retryTimeCycle waits between the tries of a step whose model names none, then an incident
 * @param otherConnections database connections for everything that is not a job: web requests,
 *     relays, acquisition
 * @param drain how long steps under way may take to end when the node stops; the stop as a whole
 *     takes up to ten seconds more
 * @param remoteCalls see {@link RemoteCallSettings}
 * @param inbox see {@link InboxSettings}
 * @param incidents see {@link IncidentSettings}
 * @param keep see {@link KeepSettings}
 */
@ConfigurationProperties("aftercare.engine")
record EngineProperties(
    @DefaultValue("P1095D") String historyTimeToLive,
    @DefaultValue("01:00") LocalTime cleanupFrom,
    @DefaultValue("05:00") LocalTime cleanupUntil,
    @DefaultValue("PT5S,PT30S,PT2M") String retryTimeCycle,
    @DefaultValue("12") int otherConnections,
    @DefaultValue("19s") Duration drain,
    @DefaultValue RemoteCallSettings remoteCalls,
    @DefaultValue InboxSettings inbox,
    @DefaultValue IncidentSettings incidents,
    @DefaultValue KeepSettings keep) {

  /**
   * @param lease how long one attempt may hold a step before another may take it; covers asking and
   *     calling, and ends with the job's lock at the latest
   * @param startsWithoutOutcome after that many starts that ended with the process, the step
   *     becomes an incident
   */
  record RemoteCallSettings(
      @DefaultValue("45s") Duration lease, @DefaultValue("3") int startsWithoutOutcome) {}

  /**
   * @param timeToLive how long a message waits for a process that awaits it
   * @param firstRetry wait after the first vain try; it doubles each time
   * @param longestRetry the longest such wait
   * @param poll how often the table is looked at when nothing wakes the relay; within that time an
   *     early message is delivered once a process awaits it
   * @param failuresUntilTask after that many failed tries in a row operations get a task about the
   *     message, which goes on being tried
   * @param news messages that only tell how far something has come: one that nobody has awaited in
   *     its whole time has come too late to matter, and is no task for operations
   */
  record InboxSettings(
      @DefaultValue("14d") Duration timeToLive,
      @DefaultValue("1s") Duration firstRetry,
      @DefaultValue("5m") Duration longestRetry,
      @DefaultValue("1s") Duration poll,
      @DefaultValue("5") int failuresUntilTask,
      @DefaultValue Set<String> news) {}

  /**
   * @param dueWithinBusinessHours when the task for operations is due
   * @param priority of that task; 50 is usual
   * @param cockpit where operations opens Cockpit
   * @param language of the texts for operations
   */
  record IncidentSettings(
      @DefaultValue("4") int dueWithinBusinessHours,
      @DefaultValue("90") int priority,
      @DefaultValue("/camunda/app/cockpit/default/") String cockpit,
      @DefaultValue("en") Locale language) {}

  /**
   * How long rows stay after they served.
   *
   * @param calls remote calls whose outcome is known, and ended tasks about incidents; longer than
   *     any step can be repeated
   * @param messages delivered messages; longer than a sender repeats one
   * @param deadLetters messages that nobody took
   */
  record KeepSettings(
      @DefaultValue("400d") Duration calls,
      @DefaultValue("90d") Duration messages,
      @DefaultValue("400d") Duration deadLetters) {}
}
