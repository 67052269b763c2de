package org.aftercare.notifications;

import java.util.List;

/** Tells people and partners. Nothing leaves before the caller's transaction has committed. */
public interface Notifications {

  /** Writes a notice into the outbox, in the caller's transaction. A known id does nothing. */
  void tell(Notice notice);

  /** What was or will be told about a case, oldest first, as staff may see it. */
  List<TellLog> about(String caseNumber);

  /**
   * @param status {@code WAITING}, {@code SENT}, {@code FAILED}
   * @param at when it was sent, or else when it was written, ISO-8601
   * @param text the wording in the recipient's language
   */
  record TellLog(
      String id,
      String recipient,
      String channel,
      String status,
      String at,
      String subject,
      String text) {}
}
