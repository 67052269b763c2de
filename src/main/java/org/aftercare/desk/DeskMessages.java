package org.aftercare.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A person's own messages, as the bell in Tasklist shows them.
 *
 * @param language BCP 47 tag of the labels' language; a message is in its reader's own
 * @param unread how many of all messages are unread
 * @param items the newest, newest first
 */
record DeskMessages(String language, Map<String, String> labels, long unread, List<Message> items) {

  record Message(
      String messageId,
      String caseNumber,
      String subject,
      String text,
      boolean urgent,
      Instant at,
      boolean read) {}
}
