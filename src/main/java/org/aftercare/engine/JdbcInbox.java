package org.aftercare.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox's table: what waits, what was delivered, what is dead. */
@Component
class JdbcInbox implements Inbox, DeadLetters {

  /** Given up, or failing for so long that there is a task about it. */
  private static final String DEAD =
      " (state = 'DEAD' or state = 'WAITING' and task_id is not null)";

  private static final int LONGEST_PROBLEM = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;
  private final Clock clock;
  private final EngineProperties.InboxSettings settings;
  private final ApplicationEventPublisher events;
  private final MessageTasks tasks;
  private final OperationsTexts texts;
  private final MessageVariables variables = new MessageVariables();

  JdbcInbox(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      EngineProperties properties,
      ApplicationEventPublisher events,
      MessageTasks tasks,
      OperationsTexts texts) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    // A duplicate must not spoil the caller's transaction, as it would on PostgreSQL.
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
    this.settings = properties.inbox();
    this.events = events;
    this.tasks = tasks;
    this.texts = texts;
  }

  @Override
  @Transactional
  public boolean accept(InboundMessage message) {
    boolean first = store(message, "WAITING");
    if (first) {
      events.publishEvent(new InboxFilled());
    }
    return first;
  }

  @Override
  @Transactional
  public boolean report(InboundMessage message) {
    boolean first = store(message, "DELIVERED");
    if (first) {
      events.publishEvent(new MessageReported(message));
    }
    return first;
  }

  private boolean store(InboundMessage message, String state) {
    String text = variables.write(message.variables());
    try {
      savepoint.executeWithoutResult(tx -> insert(message, text, state));
    } catch (DuplicateKeyException seenBefore) {
      return false;
    }
    return true;
  }

  private void insert(InboundMessage message, String text, String state) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into inbox_message
              (source, message_id, name, case_number, variables, state, tries,
               received_at, next_try_at, expires_at, settled_at)
            values
              (:source, :id, :name, :caseNumber, :variables, :state, 0, :now, :now, :expires,
               :settled)
            """)
        .param("source", message.source())
        .param("id", message.id())
        .param("name", message.name())
        .param("caseNumber", message.caseNumber())
        .param("variables", text)
        .param("state", state)
        .param("settled", state.equals("DELIVERED") ? utc(now) : null)
        .param("now", utc(now))
        .param("expires", utc(now.plus(settings.timeToLive())))
        .update();
  }

  /**
   * Locks the message whose turn it is: due, and no earlier one of its case is due. What another
   * node has locked is passed over together with everything of the same case behind it.
   */
  Optional<Waiting> lockNext() {
    return jdbc.sql(
            """
            select m.source, m.message_id, m.name, m.case_number, m.variables, m.tries,
                   m.received_at, m.expires_at, m.failures, m.rounds, m.task_id
            from inbox_message m
            where m.state = 'WAITING' and m.next_try_at <= :now
              and not exists (
                select 1 from inbox_message e
                where e.case_number = m.case_number and e.state = 'WAITING'
                  and e.arrival < m.arrival and e.next_try_at <= :now)
            order by m.arrival
            fetch first 1 row only
            for update skip locked
            """)
        .param("now", utc(clock.instant()))
        .query(
            (rs, n) ->
                new Waiting(
                    rs.getString("source"),
                    rs.getString("message_id"),
                    rs.getString("name"),
                    rs.getString("case_number"),
                    rs.getString("variables"),
                    rs.getInt("tries"),
                    rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                    rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    rs.getInt("failures"),
                    rs.getInt("rounds"),
                    rs.getString("task_id")))
        .optional();
  }

  /**
   * Makes those messages due that came too early and that a process awaits by now.
   *
   * @return how many
   */
  int awaken() {
    return jdbc.sql(
            """
            update inbox_message set next_try_at = :now
            where state = 'WAITING' and next_try_at > :now and problem = 'NOT_AWAITED'
              and exists (
                select 1 from ACT_RU_EXECUTION R
                join ACT_RU_EXECUTION P on P.ROOT_PROC_INST_ID_ = R.ID_
                join ACT_RU_EXECUTION E on E.PROC_INST_ID_ = P.ID_
                join ACT_RU_EVENT_SUBSCR S on S.EXECUTION_ID_ = E.ID_
                where R.BUSINESS_KEY_ = inbox_message.case_number
                  and S.EVENT_TYPE_ = 'message' and S.EVENT_NAME_ = inbox_message.name)
            """)
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * Read only once the message is in hand: one that cannot be read, such as a newer release's, then
   * fails by itself and does not keep every other from being found.
   */
  Map<String, Object> variables(Waiting message) {
    return variables.read(message.content());
  }

  void delivered(Waiting message) {
    settle(message, "DELIVERED", null);
    endTask(message.taskId(), "delivered");
    events.publishEvent(
        new MessageDelivered(
            message.source(),
            message.name(),
            message.caseNumber(),
            Duration.between(message.receivedAt(), clock.instant())));
  }

  /**
   * Gives a message up.
   *
   * @param matters whether operations have to see to it
   */
  void dead(Waiting message, String reason, boolean matters) {
    settle(message, "DEAD", reason);
    if (matters) {
      makeTask(message, texts.get("message.cause." + reason), true);
    }
    events.publishEvent(
        new MessageDead(message.source(), message.name(), message.caseNumber(), reason));
  }

  private void settle(Waiting message, String state, String problem) {
    jdbc.sql(
            """
            update inbox_message
            set state = :state, tries = tries + 1, settled_at = :now, problem = :problem
            where source = :source and message_id = :id and state = 'WAITING'
            """)
        .param("state", state)
        .param("now", utc(clock.instant()))
        .param("problem", problem)
        .param("source", message.source())
        .param("id", message.id())
        .update();
  }

  /** The try failed though a process awaits the message: after some of them a person must look. */
  void failed(Waiting message, String problem, String cause) {
    later(message, shortened(problem));
    jdbc.sql(
            """
            update inbox_message set failures = failures + 1
            where source = :source and message_id = :id
            """)
        .param("source", message.source())
        .param("id", message.id())
        .update();
    if (message.failures() + 1 >= settings.failuresUntilTask()) {
      makeTask(message, cause, false);
    }
  }

  private void makeTask(Waiting message, String cause, boolean givenUp) {
    if (message.taskId() != null) {
      return;
    }
    jdbc.sql(
            """
            update inbox_message set task_id = :task
            where source = :source and message_id = :id
            """)
        .param("task", tasks.make(message, cause, givenUp))
        .param("source", message.source())
        .param("id", message.id())
        .update();
  }

  private void endTask(String taskId, String reason) {
    if (taskId != null) {
      tasks.end(taskId, reason);
    }
  }

  private static String shortened(String problem) {
    return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
  }

  /** Doubles the wait with each vain try, up to the longest. */
  void later(Waiting message, String problem) {
    long doublings = Math.min(message.tries(), 30);
    Duration wait = settings.firstRetry().multipliedBy(1L << doublings);
    Duration capped = wait.compareTo(settings.longestRetry()) < 0 ? wait : settings.longestRetry();
    postpone(message, problem, capped, message.tries() + 1);
  }

  /** Waits for something that is under way, which is no vain try. */
  void shortly(Waiting message, String problem) {
    postpone(message, problem, settings.firstRetry(), message.tries());
  }

  private void postpone(Waiting message, String problem, Duration wait, int tries) {
    jdbc.sql(
            """
            update inbox_message
            set tries = :tries, next_try_at = :next, problem = :problem
            where source = :source and message_id = :id and state = 'WAITING'
            """)
        .param("tries", tries)
        .param("next", utc(clock.instant().plus(wait)))
        .param("problem", problem)
        .param("source", message.source())
        .param("id", message.id())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<DeadLetter> page(int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 200) {
      throw new IllegalArgumentException("offset from 0, limit from 1 to 200");
    }
    return jdbc.sql(
            """
            select source, message_id, name, case_number, received_at, settled_at, problem, tries
            from inbox_message where"""
                + DEAD
                + """

            order by coalesce(settled_at, received_at) desc, source, message_id
            offset :offset rows fetch first :limit rows only
            """)
        .param("offset", offset)
        .param("limit", limit)
        .query(
            (rs, n) ->
                new DeadLetter(
                    rs.getString("source"),
                    rs.getString("message_id"),
                    rs.getString("name"),
                    rs.getString("case_number"),
                    rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                    instantOrNull(rs.getObject("settled_at", OffsetDateTime.class)),
                    rs.getString("problem"),
                    rs.getInt("tries")))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long count() {
    return jdbc.sql("select count(*) from inbox_message where" + DEAD).query(Long.class).single();
  }

  @Override
  @Transactional
  public boolean tryAgain(String source, String id) {
    return endTaskOf(source, id, "tried again")
        && waitOnceMore("source = :source and message_id = :id", source, id, null);
  }

  /** The same in the transaction that completes the message's task. */
  @Transactional
  void tryAgainAfter(String taskId) {
    waitOnceMore("task_id = :task", null, null, taskId);
  }

  private boolean waitOnceMore(String which, String source, String id, String taskId) {
    Instant now = clock.instant();
    int changed =
        jdbc.sql(
                """
                update inbox_message
                set state = 'WAITING', tries = 0, failures = 0, rounds = rounds + 1,
                    next_try_at = :now, expires_at = :expires, settled_at = null, problem = null,
                    task_id = null
                where\s"""
                    + which
                    + " and"
                    + DEAD)
            .param("now", utc(now))
            .param("expires", utc(now.plus(settings.timeToLive())))
            .param("source", source)
            .param("id", id)
            .param("task", taskId)
            .update();
    events.publishEvent(new InboxFilled());
    return changed == 1;
  }

  @Override
  @Transactional
  public boolean discard(String source, String id) {
    return endTaskOf(source, id, "discarded")
        && jdbc.sql(
                    """
                    update inbox_message
                    set state = 'DISCARDED', settled_at = :now, task_id = null
                    where source = :source and message_id = :id and"""
                        + DEAD)
                .param("now", utc(clock.instant()))
                .param("source", source)
                .param("id", id)
                .update()
            == 1;
  }

  /** Locks the dead letter first, so that the relay and two persons do not work on it at once. */
  private boolean endTaskOf(String source, String id, String reason) {
    List<Optional<String>> found =
        jdbc.sql(
                "select task_id from inbox_message where source = :source and message_id = :id and"
                    + DEAD
                    + " for update")
            .param("source", source)
            .param("id", id)
            .query((rs, n) -> Optional.ofNullable(rs.getString("task_id")))
            .list();
    found.forEach(task -> endTask(task.orElse(null), reason));
    return !found.isEmpty();
  }

  private static Instant instantOrNull(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /**
   * A message that waits for its process.
   *
   * @param content its variables as they are stored; see {@link #variables}
   * @param failures tries that failed though it was awaited
   * @param rounds how often a person has had it tried again
   * @param taskId the task for operations about it, or {@code null}
   */
  record Waiting(
      String source,
      String id,
      String name,
      String caseNumber,
      String content,
      int tries,
      Instant receivedAt,
      Instant expiresAt,
      int failures,
      int rounds,
      String taskId) {}

  /** Something may be due; the relay looks once the transaction is through. */
  record InboxFilled() {}
}
