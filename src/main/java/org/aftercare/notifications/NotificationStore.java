package org.aftercare.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;

/** The tables of this module. Every method belongs to the caller's transaction. */
@Repository
class NotificationStore {

  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};
  static final String ENTRY =
      """
      n.notice_id, n.recipient, n.position, n.case_number, n.template, n.facts, n.lines, n.urgent,
      n.corrects, n.told_at, n.attempts, n.topic, n.mass""";

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final boolean conflictClause;

  NotificationStore(DataSource dataSource, JdbcClient jdbc, ObjectMapper json)
      throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.json = json;
    // A duplicate key would end a PostgreSQL transaction that is not ours to end; H2 undoes only
    // the
    // statement, and does not know the clause.
    this.conflictClause =
        "PostgreSQL"
            .equals(
                JdbcUtils.<String>extractDatabaseMetaData(
                    dataSource, metaData -> metaData.getDatabaseProductName()));
  }

  /**
   * @return {@code false} if the recipient was told this id before
   */
  boolean add(OutboxEntry entry, boolean planned) {
    return insert(
        """
        insert into notification (notice_id, recipient, case_number, template, facts, lines,
          urgent, corrects, told_at, state, attempts, due_at, topic, mass)
        values (:noticeId, :recipient, :caseNumber, :template, :facts, :lines,
          :urgent, :corrects, :toldAt, :state, 0, :toldAt, :topic, :mass)""",
        statement ->
            statement
                .param("noticeId", entry.noticeId())
                .param("recipient", entry.recipient())
                .param("caseNumber", entry.caseNumber())
                .param("template", entry.template())
                .param("facts", write(entry.facts()))
                .param("lines", entry.rows().isEmpty() ? null : write(entry.rows()))
                .param("urgent", entry.urgent())
                .param("corrects", entry.corrects())
                .param("toldAt", utc(entry.toldAt()))
                .param("topic", entry.topic())
                .param("mass", entry.mass())
                .param("state", planned ? "PLANNED" : "WAITING"));
  }

  /** Whether the recipient was told this id. */
  boolean knows(String noticeId, String recipient) {
    return find(noticeId, recipient).isPresent();
  }

  Optional<OutboxEntry> find(String noticeId, String recipient) {
    return jdbc.sql(
            "select "
                + ENTRY
                + " from notification n where n.notice_id = :noticeId and n.recipient = :recipient")
        .param("noticeId", noticeId)
        .param("recipient", recipient)
        .query(this::entry)
        .optional();
  }

  /**
   * Locks notices that are to be planned, those to single people before those to very many. A later
   * notice of a case waits for an earlier one to the same recipient, so that they stay in order on
   * any number of nodes.
   *
   * <p>The earlier one is looked for by its recipient. Its state is not offered as a way to it
   * ({@code || ''}): before PostgreSQL has counted a sudden mass of waiting notices, it would think
   * that few wait and read them all for each.
   */
  List<OutboxEntry> lockUnplanned(Instant now, int limit) {
    return jdbc.sql(
            "select "
                + ENTRY
                + """

                 from notification n
                where n.state = 'WAITING' and n.due_at <= :now
                  and not exists (select 1 from notification e
                    where e.case_number = n.case_number and e.recipient = n.recipient
                      and e.position < n.position and e.state || '' = 'WAITING')
                order by n.mass, n.due_at, n.position limit :limit for update skip locked""")
        .param("now", utc(now))
        .param("limit", limit)
        .query(this::entry)
        .list();
  }

  void planned(OutboxEntry entry) {
    jdbc.sql(
            """
            update notification set state = 'PLANNED', failure = null
            where notice_id = :noticeId and recipient = :recipient""")
        .param("noticeId", entry.noticeId())
        .param("recipient", entry.recipient())
        .update();
  }

  void unplannable(OutboxEntry entry, String failure) {
    jdbc.sql(
            """
            update notification set state = 'FAILED', failure = :failure
            where notice_id = :noticeId and recipient = :recipient""")
        .param("noticeId", entry.noticeId())
        .param("recipient", entry.recipient())
        .param("failure", failure)
        .update();
  }

  void planLater(OutboxEntry entry, Instant due, String failure) {
    jdbc.sql(
            """
            update notification set attempts = attempts + 1, due_at = :due, failure = :failure
            where notice_id = :noticeId and recipient = :recipient and state = 'WAITING'""")
        .param("noticeId", entry.noticeId())
        .param("recipient", entry.recipient())
        .param("due", utc(due))
        .param("failure", failure)
        .update();
  }

  void addDelivery(
      OutboxEntry entry, String addressee, Channel channel, Delivery.State state, Instant due) {
    insert(
        """
        insert into notification_delivery (delivery_id, notice_id, recipient, addressee,
          channel, position, case_number, state, attempts, due_at, mass)
        values (:id, :noticeId, :recipient, :addressee,
          :channel, :position, :caseNumber, :state, 0, :due, :mass)""",
        statement ->
            statement
                .param("id", deliveryId(entry.noticeId(), entry.recipient(), addressee, channel))
                .param("noticeId", entry.noticeId())
                .param("recipient", entry.recipient())
                .param("addressee", addressee)
                .param("channel", channel.name())
                .param("position", entry.position())
                .param("caseNumber", entry.caseNumber())
                .param("state", state.name())
                .param("due", utc(due))
                .param("mass", entry.mass()));
  }

  /**
   * Takes due messages of a channel for this node until the lease ends: the attempt is on record
   * before anything leaves. Those to very many come after all others. A message waits while an
   * earlier one of its case to the same addressee is under way.
   */
  List<Delivery> take(Channel channel, Instant now, Instant leaseUntil, int limit) {
    List<String> ids = new ArrayList<>();
    for (boolean mass : List.of(false, true)) {
      for (Delivery.State state : List.of(Delivery.State.SENDING, Delivery.State.WAITING)) {
        if (ids.size() < limit) {
          ids.addAll(lockDue(channel, state, mass, now, limit - ids.size()));
        }
      }
    }
    if (ids.isEmpty()) {
      return List.of();
    }
    jdbc.sql(
            """
            update notification_delivery
            set state = 'SENDING', attempts = attempts + 1, due_at = :lease
            where delivery_id in (:ids)""")
        .param("lease", utc(leaseUntil))
        .param("ids", ids)
        .update();
    return jdbc.sql(
            "select d.delivery_id, d.addressee, d.attempts as tries, "
                + ENTRY
                + """

                 from notification_delivery d
                join notification n on n.notice_id = d.notice_id and n.recipient = d.recipient
                where d.delivery_id in (:ids) order by d.mass, d.position""")
        .param("ids", ids)
        .query(
            (row, number) ->
                new Delivery(
                    row.getString("delivery_id"),
                    row.getString("addressee"),
                    channel,
                    row.getInt("tries"),
                    leaseUntil,
                    entry(row, number)))
        .list();
  }

  /**
   * Locks due messages that are in one state. Each of the four kinds that {@link #take} asks for
   * stands in the index in its order, so however many wait only those that are taken are read; an
   * earlier one is looked for as in {@link #lockUnplanned}. Only deliveries are locked: locking the
   * notice would keep other channels from its messages.
   */
  private List<String> lockDue(
      Channel channel, Delivery.State state, boolean mass, Instant now, int limit) {
    return jdbc.sql(
            """
            select d.delivery_id from notification_delivery d
            where d.channel = :channel and d.state = :state and d.mass = :mass
              and d.due_at <= :now
              and not exists (select 1 from notification_delivery e
                where e.case_number = d.case_number and e.addressee = d.addressee
                  and e.channel = d.channel and e.position < d.position
                  and e.state || '' in ('WAITING', 'SENDING'))
            order by d.due_at, d.position limit :limit for update skip locked""")
        .param("channel", channel.name())
        .param("state", state.name())
        .param("mass", mass)
        .param("now", utc(now))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** Whether the recipient has been told something later on the same topic. */
  boolean isFollowed(OutboxEntry entry) {
    return jdbc.sql(
                """
                select count(*) from notification
                where topic = :topic and recipient = :recipient and position > :position""")
            .param("topic", entry.topic())
            .param("recipient", entry.recipient())
            .param("position", entry.position())
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Whether anything on the topic may have reached the recipient before: a second attempt is only
   * made where nobody knows what became of the first.
   */
  boolean mayHaveHeardOf(OutboxEntry entry) {
    return jdbc.sql(
                """
                select count(*) from notification n
                join notification_delivery d
                  on d.notice_id = n.notice_id and d.recipient = n.recipient
                where n.topic = :topic and n.recipient = :recipient and n.position < :position
                  and (d.state in ('SENT', 'COLLECTED', 'BUNDLED') or d.attempts > 1)""")
            .param("topic", entry.topic())
            .param("recipient", entry.recipient())
            .param("position", entry.position())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The latest notice on the topic before this one that has been sent. */
  Optional<String> lastSent(OutboxEntry entry) {
    return jdbc.sql(
            """
            select n.notice_id from notification n
            where n.topic = :topic and n.recipient = :recipient and n.position < :position
              and exists (select 1 from notification_delivery d
                where d.notice_id = n.notice_id and d.recipient = n.recipient
                  and d.state = 'SENT')
            order by n.position desc limit 1""")
        .param("topic", entry.topic())
        .param("recipient", entry.recipient())
        .param("position", entry.position())
        .query(String.class)
        .optional();
  }

  void overtaken(Delivery delivery) {
    end(delivery, Delivery.State.OVERTAKEN, null, null);
  }

  void sent(Delivery delivery, Instant at) {
    end(delivery, Delivery.State.SENT, at, null);
  }

  void failed(Delivery delivery, Instant at, String failure) {
    end(delivery, Delivery.State.FAILED, at, failure);
  }

  private void end(Delivery delivery, Delivery.State state, Instant at, String failure) {
    OffsetDateTime sentAt = state == Delivery.State.SENT ? utc(at) : null;
    jdbc.sql(
            """
            update notification_delivery set state = :state, sent_at = :at, failure = :failure
            where delivery_id = :id and state = 'SENDING' and attempts = :attempts""")
        .param("state", state.name())
        .param("at", sentAt)
        .param("failure", failure)
        .param("id", delivery.deliveryId())
        .param("attempts", delivery.attempts())
        .update();
    jdbc.sql(
            """
            update notification_delivery set state = :state, sent_at = :at, failure = :failure
            where digest_id = :digest and addressee = :addressee and state = 'BUNDLED'""")
        .param("state", state.name())
        .param("at", sentAt)
        .param("failure", failure)
        .param("digest", delivery.entry().noticeId())
        .param("addressee", delivery.addressee())
        .update();
  }

  /** Gives a taken message back until it is due; an attempt that did not happen is not counted. */
  void sendLater(Delivery delivery, Instant due, String failure, boolean counts) {
    jdbc.sql(
            """
            update notification_delivery
            set state = 'WAITING', due_at = :due, failure = :failure, attempts = :attemptsAfter
            where delivery_id = :id and state = 'SENDING' and attempts = :attempts""")
        .param("due", utc(due))
        .param("failure", failure)
        .param("attemptsAfter", counts ? delivery.attempts() : delivery.attempts() - 1)
        .param("id", delivery.deliveryId())
        .param("attempts", delivery.attempts())
        .update();
  }

  /** When a notice first reached the recipient, empty if it never has. */
  Optional<Instant> sentAt(String noticeId, String recipient) {
    return jdbc.sql(
            """
            select min(sent_at) as first_sent from notification_delivery
            where notice_id = :noticeId and recipient = :recipient and state = 'SENT'""")
        .param("noticeId", noticeId)
        .param("recipient", recipient)
        .query((row, number) -> Optional.ofNullable(instant(row, "first_sent")))
        .single();
  }

  /** Whose digest is due. */
  List<String> digestsDue(Instant now, int limit) {
    return jdbc.sql(
            """
            select distinct addressee from notification_delivery
            where state = 'COLLECTED' and channel = 'EMAIL' and due_at <= :now
            order by addressee limit :limit""")
        .param("now", utc(now))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  int bundle(String addressee, String digestId, Instant now) {
    return jdbc.sql(
            """
            update notification_delivery set state = 'BUNDLED', digest_id = :digest
            where state = 'COLLECTED' and channel = 'EMAIL' and addressee = :addressee
              and due_at <= :now""")
        .param("digest", digestId)
        .param("addressee", addressee)
        .param("now", utc(now))
        .update();
  }

  void collectLater(String addressee, Instant now, Instant due) {
    jdbc.sql(
            """
            update notification_delivery set due_at = :due
            where state = 'COLLECTED' and channel = 'EMAIL' and addressee = :addressee
              and due_at <= :now""")
        .param("due", utc(due))
        .param("addressee", addressee)
        .param("now", utc(now))
        .update();
  }

  /** The notices that a digest holds, oldest first. */
  List<OutboxEntry> bundled(String digestId, String addressee) {
    return jdbc.sql(
            "select "
                + ENTRY
                + """

                 from notification n
                join notification_delivery d
                  on d.notice_id = n.notice_id and d.recipient = n.recipient
                where d.digest_id = :digest and d.addressee = :addressee
                order by n.position""")
        .param("digest", digestId)
        .param("addressee", addressee)
        .query(this::entry)
        .list();
  }

  long countUndelivered() {
    return jdbc.sql(
            """
            select (select count(*) from notification where state = 'FAILED')
              + (select count(*) from notification_delivery where state = 'FAILED') as failed""")
        .query(Long.class)
        .single();
  }

  /** How much is due now. */
  long countDue(Instant now) {
    return jdbc.sql(
            """
            select (select count(*) from notification where state = 'WAITING' and due_at <= :now)
              + (select count(*) from notification_delivery
                where state = 'WAITING' and due_at <= :now) as due""")
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  /** Since when the oldest of what is due now has been due, empty if nothing is. */
  Optional<Instant> dueSince(Instant now) {
    return jdbc.sql(
            """
            select min(due_at) as due from (
              select due_at from notification where state = 'WAITING' and due_at <= :now
              union all
              select due_at from notification_delivery where state = 'WAITING' and due_at <= :now
            ) late""")
        .param("now", utc(now))
        .query((row, number) -> Optional.ofNullable(instant(row, "due")))
        .single();
  }

  /**
   * What has failed for good, oldest first; a notice without any delivery has no channel. Two
   * halves, each by its own index: one condition over both tables would read all that was ever
   * told.
   */
  List<UndeliveredNotices.Undelivered> undelivered(int page, int size) {
    return jdbc.sql(
            """
            select n.notice_id, n.recipient, n.case_number, n.template, n.position,
              d.addressee, d.channel, coalesce(d.failure, n.failure) as why
            from notification n
            left join notification_delivery d
              on d.notice_id = n.notice_id and d.recipient = n.recipient and d.state = 'FAILED'
            where n.state = 'FAILED'
            union all
            select n.notice_id, n.recipient, n.case_number, n.template, n.position,
              d.addressee, d.channel, coalesce(d.failure, n.failure) as why
            from notification_delivery d
            join notification n on n.notice_id = d.notice_id and n.recipient = d.recipient
            where d.state = 'FAILED' and n.state <> 'FAILED'
            order by position, addressee, channel
            offset :skip rows fetch next :size rows only""")
        .param("skip", (long) page * size)
        .param("size", size)
        .query(
            (row, number) ->
                new UndeliveredNotices.Undelivered(
                    row.getString("notice_id"),
                    row.getString("recipient"),
                    row.getString("addressee"),
                    row.getString("channel") == null
                        ? null
                        : Channel.valueOf(row.getString("channel")),
                    row.getString("case_number"),
                    row.getString("template"),
                    row.getString("why")))
        .list();
  }

  /**
   * @return how many deliveries, or the planning, begin anew
   */
  int revive(String noticeId, String recipient, Instant now) {
    int planning =
        jdbc.sql(
                """
                update notification set state = 'WAITING', attempts = 0, due_at = :now
                where notice_id = :noticeId and recipient = :recipient and state = 'FAILED'""")
            .param("now", utc(now))
            .param("noticeId", noticeId)
            .param("recipient", recipient)
            .update();
    return planning
        + jdbc.sql(
                """
                update notification_delivery
                set state = 'WAITING', attempts = 0, due_at = :now, digest_id = null
                where notice_id = :noticeId and recipient = :recipient and state = 'FAILED'""")
            .param("now", utc(now))
            .param("noticeId", noticeId)
            .param("recipient", recipient)
            .update();
  }

  /**
   * Removes notices that every addressee got before that time, or was not to get any more, with all
   * that hangs on them. One that failed, or that somebody still has to get, stays however old it
   * is; so does one that a younger notice corrects, which says when the corrected one was sent.
   *
   * @return how many; less than the limit when none is left
   */
  int removeServed(Instant before, int limit) {
    List<Key> served =
        jdbc.sql(
                """
                select n.notice_id, n.recipient from notification n
                where n.state = 'PLANNED' and n.told_at < :before
                  and not exists (select 1 from notification_delivery d
                    where d.notice_id = n.notice_id and d.recipient = n.recipient
                      and (d.state not in ('SENT', 'OVERTAKEN') or d.sent_at >= :before))
                  and not exists (select 1 from notification c
                    where c.case_number = n.case_number and c.corrects = n.notice_id
                      and c.told_at >= :before)
                order by n.told_at limit :limit for update skip locked""")
            .param("before", utc(before))
            .param("limit", limit)
            .query((row, number) -> new Key(row.getString(1), row.getString(2)))
            .list();
    for (Key key : served) {
      remove(
          key,
          """
          delete from in_app_message where delivery_id in (
            select delivery_id from notification_delivery
            where notice_id = :noticeId and recipient = :recipient)""");
      remove(
          key,
          """
          delete from notification_delivery
          where notice_id = :noticeId and recipient = :recipient""");
      remove(
          key, "delete from notification where notice_id = :noticeId and recipient = :recipient");
    }
    return served.size();
  }

  private void remove(Key key, String sql) {
    jdbc.sql(sql).param("noticeId", key.noticeId()).param("recipient", key.recipient()).update();
  }

  private record Key(String noticeId, String recipient) {}

  /** What is known of each notice of a case, one line for each addressee and channel. */
  List<Told> about(String caseNumber) {
    return jdbc.sql(
            "select d.addressee, d.channel, d.sent_at, coalesce(d.state, n.state) as progress, "
                + ENTRY
                + """

                 from notification n
                left join notification_delivery d
                  on d.notice_id = n.notice_id and d.recipient = n.recipient
                where n.case_number = :caseNumber
                order by n.position, d.addressee, d.channel""")
        .param("caseNumber", caseNumber)
        .query(
            (row, number) ->
                new Told(
                    entry(row, number),
                    row.getString("addressee"),
                    row.getString("channel"),
                    row.getString("progress"),
                    instant(row, "sent_at")))
        .list();
  }

  /**
   * @param addressee {@code null} while not planned
   * @param channel {@code null} while not planned
   */
  record Told(
      OutboxEntry entry, String addressee, String channel, String progress, Instant sentAt) {}

  private static String deliveryId(
      String noticeId, String recipient, String addressee, Channel channel) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  String.join("\n", noticeId, recipient, addressee, channel.name())
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /**
   * Inserts a row unless its key is taken, in the caller's transaction.
   *
   * @return whether it was inserted
   */
  boolean insert(String sql, UnaryOperator<StatementSpec> parameters) {
    try {
      return parameters
              .apply(jdbc.sql(conflictClause ? sql + " on conflict do nothing" : sql))
              .update()
          == 1;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  OutboxEntry entry(ResultSet row, int number) throws SQLException {
    return new OutboxEntry(
        row.getString("notice_id"),
        row.getString("recipient"),
        row.getLong("position"),
        row.getString("case_number"),
        row.getString("template"),
        read(row.getString("facts"), FACTS),
        row.getString("lines") == null ? List.of() : read(row.getString("lines"), ROWS),
        row.getBoolean("urgent"),
        row.getString("corrects"),
        instant(row, "told_at"),
        row.getInt("attempts"),
        row.getString("topic"),
        row.getBoolean("mass"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private String write(Object facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Facts are text and must become JSON.", e);
    }
  }

  private <T> T read(String facts, TypeReference<T> type) {
    try {
      return json.readValue(facts, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The outbox holds facts that are not JSON.", e);
    }
  }
}
