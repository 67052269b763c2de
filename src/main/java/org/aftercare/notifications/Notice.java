package org.aftercare.notifications;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be told to somebody, once.
 *
 * @param id identifies the notice: telling the same id to the same recipient again does nothing. By
 *     convention {@code caseNumber/elementId/attempt/recipient}; at most 300 characters
 * @param caseNumber the case that it is about, or {@code null} if it is about none
 * @param to who is told
 * @param template the wording: a message bundle key such as {@code warranty.received}; the bundles
 *     hold {@code <template>.subject}, {@code .text} and {@code .sms} in every language, with
 *     placeholders {@code {fact}}
 * @param facts the values that the wording names, no personal data beyond what the recipient may
 *     see, written as their declared types want it ({@link FactType}, {@link FactVocabulary}); the
 *     recipient's language and time zone format them
 * @param urgent whether it goes out in quiet hours too, and past a daily digest
 * @param corrects the id of an earlier notice to the same recipient that this one takes back, or
 *     {@code null}; the wording then begins with an apology that names the earlier message
 * @param rows what a report lists below its text, one line each: the values that the wording {@code
 *     <template>.row} names; empty for other notices, and for partners
 * @param topic what the notice tells the latest of, or {@code null}: see {@link #latestOf}; at most
 *     100 characters
 * @param mass whether it is one of very many of the same: it leaves after what single people wait
 *     for
 */
public record Notice(
    String id,
    String caseNumber,
    Recipient to,
    String template,
    Map<String, String> facts,
    boolean urgent,
    String corrects,
    List<Map<String, String>> rows,
    String topic,
    boolean mass) {

  public Notice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(template, "template");
    facts = Map.copyOf(facts);
    rows = rows.stream().map(Map::copyOf).toList();
  }

  /** A notice that lists nothing, stands beside all others and is told to few. */
  public Notice(
      String id,
      String caseNumber,
      Recipient to,
      String template,
      Map<String, String> facts,
      boolean urgent,
      String corrects) {
    this(id, caseNumber, to, template, facts, urgent, corrects, List.of(), null, false);
  }

  /** A notice that may wait for the end of quiet hours and corrects nothing. */
  public Notice(
      String id, String caseNumber, Recipient to, String template, Map<String, String> facts) {
    this(id, caseNumber, to, template, facts, false, null);
  }

  /** A report about no case. */
  public static Notice report(
      String id,
      Recipient to,
      String template,
      Map<String, String> facts,
      List<Map<String, String>> rows) {
    return new Notice(id, null, to, template, facts, false, null, rows, null, false);
  }

  /** The same notice, but not to wait for anything. */
  public Notice asUrgent() {
    return new Notice(id, caseNumber, to, template, facts, true, corrects, rows, topic, mass);
  }

  /**
   * The same notice as a correction, with an apology, of an earlier one.
   *
   * @param noticeId the id under which the same recipient was told before
   */
  public Notice correcting(String noticeId) {
    Objects.requireNonNull(noticeId, "noticeId");
    return new Notice(id, caseNumber, to, template, facts, urgent, noticeId, rows, topic, mass);
  }

  /**
   * The same notice as the latest of a topic: it takes the place of any earlier one of the same
   * topic to the same recipient that still waits to go out, which is then never sent. As a
   * correction it is not sent either if nothing of the topic has left before: there is nothing to
   * take back. In a daily digest, which tells of a whole day, all of them stand.
   */
  public Notice latestOf(String topic) {
    Objects.requireNonNull(topic, "topic");
    return new Notice(id, caseNumber, to, template, facts, urgent, corrects, rows, topic, mass);
  }

  /** The same notice as one of very many. */
  public Notice toMany() {
    return new Notice(id, caseNumber, to, template, facts, urgent, corrects, rows, topic, true);
  }
}
