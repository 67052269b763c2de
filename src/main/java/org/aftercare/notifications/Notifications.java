package org.aftercare.notifications;

import java.util.List;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** Tells people and partners. Nothing leaves before the caller's transaction has committed. */
@DataSource(
    name = "Messages to people and partners",
    owner = StaffGroup.FRONT_OFFICE,
    kept = "${aftercare.notifications.keep}")
public interface Notifications {

  /**
   * Writes a notice into the outbox, in the caller's transaction. A known id does nothing.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException if there is no
   *     transaction: what is told must become true or be forgotten together with the message
   * @throws IllegalArgumentException if the wording does not exist, names a fact that the notice
   *     lacks, or corrects a notice that the recipient was never told
   * @throws FactNotForPartnerException if a partner would get a fact that is not on its list
   */
  void tell(Notice notice);

  /** What was or will be told about a case, oldest first, as staff may see it. */
  List<TellLog> about(String caseNumber);

  /**
   * @param recipient such as {@code customer:C-1001}, {@code person:klara}, {@code team:claims} or
   *     {@code partner:nordkyl}; a team's members are listed one by one once they are known
   * @param channel {@code EMAIL}, {@code SMS}, {@code WEBHOOK}, {@code IN_APP}, or {@code null}
   *     while it is not decided
   * @param status {@code WAITING}, {@code SENT}, {@code FAILED}, or {@code OVERTAKEN} if it was
   *     never sent because a later message has taken its place
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
