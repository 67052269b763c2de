package org.aftercare.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers' matters and their history. */
public interface Cases {

  /** Opens a case before its process starts, under a new number with the flow's prefix. */
  ServiceCase open(NewCase newCase);

  Optional<ServiceCase> find(String caseNumber);

  /** A customer's cases, newest first; filters that are {@code null} do not filter. */
  Page search(String customerId, ServiceCase.Status status, int page, int size);

  /**
   * Adds a line to the timeline, in the caller's transaction.
   *
   * @param event a message bundle key such as {@code warranty.covered}; bundles hold {@code
   *     timeline.<event>} in every language
   * @param facts values that the wording names; no personal data
   */
  void record(String caseNumber, String event, Map<String, String> facts);

  void status(String caseNumber, ServiceCase.Status status);

  /** Closes with the flow's outcome; closing a closed case changes nothing. */
  void close(String caseNumber, String outcome);

  /** The customer took the case back. */
  void cancel(String caseNumber);

  /** Keeps what somebody wrote about the case. */
  void note(String caseNumber, String author, String about, String text);

  List<TimelineEntry> timeline(String caseNumber);

  List<Note> notes(String caseNumber);

  /** Starts a deadline of the case; the same name again moves it. */
  void startDeadline(String caseNumber, String name, java.time.Instant due);

  void endDeadline(String caseNumber, String name);

  /** Stops all deadlines of the case while the customer's answer is awaited. */
  void pauseDeadlines(String caseNumber);

  void resumeDeadlines(String caseNumber);

  /**
   * @param prefix one letter, {@code W} for a warranty claim
   */
  record NewCase(
      String prefix, String flow, String customerId, String country, ServiceCase.Channel channel) {}

  record Page(List<ServiceCase> items, int page, int size, long total) {}

  record TimelineEntry(java.time.Instant at, String event, Map<String, String> facts) {}

  record Note(java.time.Instant at, String author, String about, String text) {}
}
