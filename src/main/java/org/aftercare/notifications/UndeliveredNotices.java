package org.aftercare.notifications;

import java.util.List;

/** What could not be delivered, for those who keep the product running. */
public interface UndeliveredNotices {

  /**
   * What has failed for good, oldest first.
   *
   * @param page from 0
   * @param size 1 or more
   */
  List<Undelivered> list(int page, int size);

  /** How many there are on all pages. */
  long count();

  /**
   * Tries again what failed of a notice, with all its attempts. It goes out under the same id as
   * before. What the recipient already got stays as it is.
   *
   * @param recipient as in {@link Undelivered#recipient()}
   * @return {@code false} if nothing of it has failed
   */
  boolean retry(String noticeId, String recipient);

  /**
   * @param recipient who was to be told, see {@link Notifications.TellLog#recipient()}
   * @param addressee who did not get it: for a team one of its members; {@code null} if nobody was
   *     found
   * @param channel {@code null} if nobody was found or no channel leads there
   * @param failure why, a code without personal data
   */
  record Undelivered(
      String noticeId,
      String recipient,
      String addressee,
      Channel channel,
      String caseNumber,
      String template,
      String failure) {}
}
