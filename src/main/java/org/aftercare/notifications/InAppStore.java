package org.aftercare.notifications;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which message on the list and what is read. The words are made when they are read. */
@Repository
class InAppStore {

  private final JdbcClient jdbc;
  private final NotificationStore notifications;

  InAppStore(JdbcClient jdbc, NotificationStore notifications) {
    this.jdbc = jdbc;
    this.notifications = notifications;
  }

  /** Adds a message; one that is there already stays as it is. */
  void add(String deliveryId, String userId, Instant at) {
    notifications.insert(
        "insert into in_app_message (delivery_id, user_id, arrived_at) values (:id, :user, :time)",
        statement ->
            statement
                .param("id", deliveryId)
                .param("user", userId)
                .param("time", NotificationStore.utc(at)));
  }

  List<Stored> page(String userId, int page, int size) {
    return jdbc.sql(
            "select m.delivery_id, m.arrived_at, m.read_at, "
                + NotificationStore.ENTRY
                + """

                 from in_app_message m
                join notification_delivery d on d.delivery_id = m.delivery_id
                join notification n on n.notice_id = d.notice_id and n.recipient = d.recipient
                where m.user_id = :user
                order by m.arrived_at desc, m.delivery_id
                offset :skip rows fetch next :size rows only""")
        .param("user", userId)
        .param("skip", (long) page * size)
        .param("size", size)
        .query(
            (row, number) ->
                new Stored(
                    row.getString("delivery_id"),
                    notifications.entry(row, number),
                    NotificationStore.instant(row, "arrived_at"),
                    NotificationStore.instant(row, "read_at")))
        .list();
  }

  long count(String userId) {
    return jdbc.sql("select count(*) from in_app_message where user_id = :user")
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  long unread(String userId) {
    return jdbc.sql("select count(*) from in_app_message where user_id = :user and read_at is null")
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  boolean has(String userId, String deliveryId) {
    return jdbc.sql(
                "select count(*) from in_app_message where user_id = :user and delivery_id = :id")
            .param("user", userId)
            .param("id", deliveryId)
            .query(Long.class)
            .single()
        > 0;
  }

  void markRead(String userId, String deliveryId, Instant at) {
    jdbc.sql(
            """
            update in_app_message set read_at = :time
            where user_id = :user and delivery_id = :id and read_at is null""")
        .param("time", NotificationStore.utc(at))
        .param("user", userId)
        .param("id", deliveryId)
        .update();
  }

  void markAllRead(String userId, Instant at) {
    jdbc.sql("update in_app_message set read_at = :time where user_id = :user and read_at is null")
        .param("time", NotificationStore.utc(at))
        .param("user", userId)
        .update();
  }

  record Stored(String deliveryId, OutboxEntry entry, Instant arrivedAt, Instant readAt) {}
}
