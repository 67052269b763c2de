package org.aftercare.notifications;

import java.util.List;
import org.aftercare.customers.PersonalData;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a customer was told goes; what they are yet to be told is delivered first. */
@Component
class NoticesToCustomer implements PersonalData {

  private static final String DELIVERIES =
      "select delivery_id from notification_delivery where recipient = :recipient";

  private final JdbcClient jdbc;

  NoticesToCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Obstacle> obstacles(String customerId) {
    long waiting =
        jdbc.sql(
                """
                select (select count(*) from notification
                        where recipient = :recipient and state = 'WAITING')
                     + (select count(*) from notification_delivery
                        where recipient = :recipient and state in ('WAITING', 'SENDING'))""")
            .param("recipient", key(customerId))
            .query(Long.class)
            .single();
    return waiting == 0
        ? List.of()
        : List.of(
            new Obstacle(
                "NOTICE_WAITING",
                "%d messages to the customer have not been delivered yet.".formatted(waiting),
                "Wait until they are, quiet hours included, or mend what keeps them."));
  }

  @Override
  public int erase(Erasure erasure) {
    String recipient = key(erasure.customerId());
    remove("delete from in_app_message where delivery_id in (" + DELIVERIES + ")", recipient);
    remove("delete from notification_delivery where recipient = :recipient", recipient);
    return remove("delete from notification where recipient = :recipient", recipient);
  }

  private int remove(String sql, String recipient) {
    return jdbc.sql(sql).param("recipient", recipient).update();
  }

  private static String key(String customerId) {
    return RecipientKey.of(new ToCustomer(customerId));
  }
}
