package org.aftercare.notifications;

import java.time.Instant;
import java.util.List;

/** The messages that a member of staff reads beside Tasklist. */
public interface InAppMessages {

  /**
   * A person's messages, newest first, in the person's language.
   *
   * @param page from 0
   * @param size 1 to 200
   */
  MessagePage of(String userId, int page, int size);

  /** How many messages the person has not read. */
  long unread(String userId);

  /**
   * Marks one of the person's messages as read; read before, it stays as it is.
   *
   * @return {@code false} if the person has no such message
   */
  boolean markRead(String userId, String messageId);

  /** Marks all of the person's messages as read. */
  void markAllRead(String userId);

  /**
   * @param total over all pages
   */
  record MessagePage(List<InAppMessage> items, int page, int size, long total) {}

  /**
   * @param caseNumber the case that it is about
   * @param readAt {@code null} if not read yet
   */
  record InAppMessage(
      String messageId,
      String caseNumber,
      String subject,
      String text,
      boolean urgent,
      Instant arrivedAt,
      Instant readAt) {}
}
