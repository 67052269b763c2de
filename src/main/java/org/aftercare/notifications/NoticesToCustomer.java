package org.aftercare.notifications;

import java.util.List;
import java.util.Set;
import org.aftercare.customers.PersonalData;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToTeam;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a customer was told goes, and what staff and partners were told of the customer's cases;
 * what customer and partners are yet to be told is delivered first. Staff need not hear any more of
 * what is over.
 */
@Component
class NoticesToCustomer implements PersonalData {

  /**
   * The last are the alerts about notices that did not reach the customer, of an outage for
   * instance, which no case's number leads to: they name the recipient.
   */
  private static final String ABOUT =
      """
      (recipient = :recipient or case_number in (:cases)
       or recipient = :alerted and notice_id like '%s%%' and position(:named in notice_id) > 0)"""
          .formatted(OperationsAlert.ID_PREFIX);

  private static final String OWED =
      "(recipient = :recipient or case_number in (:cases) and recipient like 'partner:%')";

  /**
   * What has come in since it was asked what is owed is left alone, to be found when asked again.
   */
  private static final String SETTLED =
      """
      \sand (recipient like 'team:%' or recipient like 'person:%'
            or state not in ('WAITING', 'SENDING'))""";

  private final JdbcClient jdbc;

  NoticesToCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Obstacle> obstacles(String customerId, Set<String> caseNumbers) {
    long waiting =
        jdbc.sql(
                """
                select (select count(*) from notification
                        where %1$s and state = 'WAITING')
                     + (select count(*) from notification_delivery
                        where %1$s and state in ('WAITING', 'SENDING'))"""
                    .formatted(OWED))
            .param("recipient", key(customerId))
            .param("cases", orNone(caseNumbers))
            .query(Long.class)
            .single();
    return waiting == 0
        ? List.of()
        : List.of(
            new Obstacle(
                "NOTICE_WAITING",
                "%d messages to the customer, or to partners about the customer's cases, have not been delivered yet."
                    .formatted(waiting),
                "Wait until they are, quiet hours included, or mend what keeps them."));
  }

  @Override
  public int erase(Erasure erasure) {
    remove(
        "delete from in_app_message where delivery_id in (select delivery_id from notification_delivery where "
            + ABOUT
            + SETTLED
            + ")",
        erasure);
    remove("delete from notification_delivery where " + ABOUT + SETTLED, erasure);
    return remove(
        "delete from notification where "
            + ABOUT
            + SETTLED
            + """
              \sand not exists (select 1 from notification_delivery d
                 where d.notice_id = notification.notice_id
                   and d.recipient = notification.recipient)""",
        erasure);
  }

  private int remove(String sql, Erasure erasure) {
    String recipient = key(erasure.customerId());
    return jdbc.sql(sql)
        .param("recipient", recipient)
        .param("named", "/" + recipient + "/")
        .param("alerted", RecipientKey.of(new ToTeam(OperationsAlert.OPERATIONS)))
        .param("cases", orNone(erasure.caseNumbers()))
        .update();
  }

  /** A list in SQL is never empty. */
  private static Set<String> orNone(Set<String> caseNumbers) {
    return caseNumbers.isEmpty() ? Set.of("") : caseNumbers;
  }

  private static String key(String customerId) {
    return RecipientKey.of(new ToCustomer(customerId));
  }
}
