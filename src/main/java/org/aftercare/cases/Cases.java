package org.aftercare.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;
import org.aftercare.engine.StaffGroup;

/**
 * Customers' matters and their history. Every write joins the caller's transaction, and throws
 * {@link UnknownCaseException} for a number that does not exist.
 */
@DataSource(name = "Cases", owner = StaffGroup.FRONT_OFFICE, kept = DataSource.WITH_THE_CASE)
public interface Cases {

  /** Opens a case before its process starts, under a new number with the flow's prefix. */
  ServiceCase open(NewCase newCase);

  /**
   * @param caseNumber as stored or as a person types it: case, spaces and hyphens do not matter
   */
  Optional<ServiceCase> find(String caseNumber);

  /** A customer's cases, newest first; filters that are {@code null} do not filter. */
  Page search(String customerId, ServiceCase.Status status, int page, int size);

  /**
   * Adds a line to the timeline, in the caller's transaction.
   *
   * @param event a message bundle key such as {@code warranty.covered}; bundles hold {@code
   *     timeline.<event>} in every language. Events under {@code internal.} are shown to staff only
   * @param facts values that the wording names; no personal data
   */
  void record(String caseNumber, String event, Map<String, String> facts);

  /**
   * Changes where a running case stands; one that has ended stays as it is.
   *
   * @param status not {@code CLOSED} or {@code CANCELLED}: see {@link #close} and {@link #cancel}
   */
  void status(String caseNumber, ServiceCase.Status status);

  /**
   * Asks that a person takes over a running case.
   *
   * @return {@code false} if that has been asked before and is still to come, a person has the
   *     case, or it is closed
   */
  boolean askForPerson(String caseNumber);

  /**
   * The country of a case has turned out to be another one than was taken for granted as it was
   * opened. What is counted from now on goes by its calendar.
   *
   * @param country ISO 3166 alpha-2
   */
  void country(String caseNumber, String country);

  /**
   * The case goes on in another flow, under the same number; the deadlines of the one that it
   * leaves end.
   */
  void flow(String caseNumber, String flow);

  /** Closes with the flow's outcome; closing a closed case changes nothing. */
  void close(String caseNumber, String outcome);

  /** The customer took the case back. */
  void cancel(String caseNumber);

  /**
   * Keeps what somebody wrote about the case.
   *
   * @param author a user id, {@code customer}, or {@code null} if unknown
   * @param about what it belongs to: a task's element id or a command such as {@code human}
   */
  void note(String caseNumber, String author, String about, @Personal String text);

  List<TimelineEntry> timeline(String caseNumber);

  List<Note> notes(String caseNumber);

  /**
   * Starts a deadline of the case; the same name again starts it anew. At three quarters of its
   * opening time and at its end the team at work is told and its tasks move up; at its end the
   * department heads are told too.
   *
   * @param due when it is missed, from the business calendar
   */
  void startDeadline(String caseNumber, String name, Instant due);

  void endDeadline(String caseNumber, String name);

  /**
   * Stops the deadlines of the case while an answer of the customer is awaited, but for the one
   * that the customer waits for, {@code human-answer}. To be matched by one {@link
   * #resumeDeadlines}.
   */
  void pauseDeadlines(String caseNumber);

  /**
   * One answer less is awaited; with the last, each deadline goes on with what opening time was
   * left when it was paused.
   */
  void resumeDeadlines(String caseNumber);

  /** Whether an answer of the customer is awaited. */
  boolean awaitsCustomer(String caseNumber);

  /** All deadlines that the case ever had, earliest first. */
  List<Deadline> deadlines(String caseNumber);

  /**
   * @param prefix one letter, {@code W} for a warranty claim
   */
  record NewCase(
      String prefix, String flow, String customerId, String country, ServiceCase.Channel channel) {}

  record Page(List<ServiceCase> items, int page, int size, long total) {}

  record TimelineEntry(Instant at, String event, Map<String, String> facts) {}

  record Note(Instant at, String author, String about, @Personal String text) {}

  /**
   * @param name within the flow, for example {@code coverage}
   * @param due when it is or was missed; while paused, as it stood when it was paused
   * @param paused whether the customer's answer is awaited
   * @param ended when what it was for was done, or {@code null}
   * @param missed whether it passed before that
   */
  record Deadline(
      String name, Instant started, Instant due, boolean paused, Instant ended, boolean missed) {}
}
