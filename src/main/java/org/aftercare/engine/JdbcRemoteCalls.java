package org.aftercare.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records each attempt before it is made and its outcome after it, both in transactions of their
 * own, so that neither disappears with the step's transaction.
 */
@Component
class JdbcRemoteCalls implements RemoteCalls {

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;
  private final BusinessRefusal.Factory refusals;
  private final EngineProperties.RemoteCallSettings settings;
  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

  /** Holds end in real time: moving the product's clock must not end them. */
  private final Clock realTime = Clock.systemUTC();

  JdbcRemoteCalls(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      BusinessRefusal.Factory refusals,
      EngineProperties properties) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
    this.refusals = refusals;
    this.settings = properties.remoteCalls();
  }

  @Override
  public <T> T once(
      StepKey step,
      Class<T> resultType,
      Function<String, T> call,
      Function<String, Optional<T>> ask) {
    String key = step.idempotencyKey();
    String claim = UUID.randomUUID().toString();
    Before before = begin(step, key, claim);
    switch (before.state()) {
      case ANSWERED:
        return read(before.result(), resultType);
      case REFUSED:
        throw refusals.refusal(before.refusingSystem(), before.refusalCode());
      case HELD:
        throw new StepInProgressException(step, before.heldUntil());
      case KILLED_TOO_OFTEN:
        throw new StepKilledProcessException(step, before.lostStarts());
      default:
        return make(key, claim, before.state() == BeforeState.UNCERTAIN, call, ask);
    }
  }

  private <T> T make(
      String key,
      String claim,
      boolean mayHaveHappened,
      Function<String, T> call,
      Function<String, Optional<T>> ask) {
    T answer;
    try {
      Optional<T> known = mayHaveHappened ? ask.apply(key) : Optional.empty();
      answer = known.isPresent() ? known.get() : call.apply(key);
    } catch (RuntimeException failure) {
      try {
        if (failure instanceof BusinessRefusal refusal) {
          refused(key, refusal);
        } else {
          unanswered(key, claim);
        }
      } catch (RuntimeException notRecorded) {
        // The attempt then counts as one that ended with the process: the next one asks first.
        failure.addSuppressed(notRecorded);
      }
      throw failure;
    }
    answered(key, write(answer));
    return answer;
  }

  private Before begin(StepKey step, String key, String claim) {
    try {
      ownTransaction.executeWithoutResult(tx -> insert(step, key, claim));
      return Before.nothing();
    } catch (DuplicateKeyException alreadyStarted) {
      return ownTransaction.execute(tx -> resume(key, claim));
    }
  }

  private void insert(StepKey step, String key, String claim) {
    OffsetDateTime now = utc(clock.instant());
    jdbc.sql(
            """
            insert into remote_call
              (idempotency_key, step, activity_id, state, lost_starts, claim, claimed_until, first_at,
              last_at)
            values (:key, :step, :activity, 'STARTED', 1, :claim, :until, :now, :now)
            """)
        .param("key", key)
        .param("step", step.step())
        .param("activity", step.activityId())
        .param("claim", claim)
        .param("until", utc(realTime.instant().plus(settings.lease())))
        .param("now", now)
        .update();
  }

  private Before resume(String key, String claim) {
    Row row =
        jdbc.sql(
                """
                select state, lost_starts, claimed_until, result, refusing_system, refusal_code
                from remote_call where idempotency_key = :key for update
                """)
            .param("key", key)
            .query(
                (rs, n) ->
                    new Row(
                        rs.getString("state"),
                        rs.getInt("lost_starts"),
                        rs.getObject("claimed_until", OffsetDateTime.class).toInstant(),
                        rs.getString("result"),
                        rs.getString("refusing_system"),
                        rs.getString("refusal_code")))
            .single();
    if (row.state().equals("ANSWERED")) {
      return Before.answered(row.result());
    }
    if (row.state().equals("REFUSED")) {
      return Before.refused(row.refusingSystem(), row.refusalCode());
    }
    Instant now = realTime.instant();
    if (row.state().equals("STARTED") && row.claimedUntil().isAfter(now)) {
      return Before.held(row.claimedUntil());
    }
    if (row.lostStarts() >= settings.startsWithoutOutcome()) {
      // Only a person tries again after this; that try gets the full number of starts.
      restart(key, "UNANSWERED", 0, claim, now);
      return Before.killedTooOften(row.lostStarts());
    }
    restart(key, "STARTED", row.lostStarts() + 1, claim, now.plus(settings.lease()));
    return Before.uncertain();
  }

  private void restart(String key, String state, int lostStarts, String claim, Instant until) {
    jdbc.sql(
            """
            update remote_call
            set state = :state, lost_starts = :lost, claim = :claim, claimed_until = :until,
                last_at = :now
            where idempotency_key = :key
            """)
        .param("state", state)
        .param("lost", lostStarts)
        .param("claim", claim)
        .param("until", utc(until))
        .param("now", utc(clock.instant()))
        .param("key", key)
        .update();
  }

  /** An answer is true whoever got it, so it is kept even if the hold has passed to another. */
  private void answered(String key, String result) {
    ownTransaction.executeWithoutResult(
        tx ->
            jdbc.sql(
                    """
                    update remote_call
                    set state = 'ANSWERED', lost_starts = 0, result = :result, last_at = :now
                    where idempotency_key = :key and state in ('STARTED', 'UNANSWERED')
                    """)
                .param("result", result)
                .param("now", utc(clock.instant()))
                .param("key", key)
                .update());
  }

  private void refused(String key, BusinessRefusal refusal) {
    ownTransaction.executeWithoutResult(
        tx ->
            jdbc.sql(
                    """
                    update remote_call
                    set state = 'REFUSED', lost_starts = 0, refusing_system = :system,
                        refusal_code = :code, last_at = :now
                    where idempotency_key = :key and state in ('STARTED', 'UNANSWERED')
                    """)
                .param("system", refusal.system())
                .param("code", refusal.code())
                .param("now", utc(clock.instant()))
                .param("key", key)
                .update());
  }

  /** The attempt failed but the process lives: it was no lost start. */
  private void unanswered(String key, String claim) {
    ownTransaction.executeWithoutResult(
        tx ->
            jdbc.sql(
                    """
                    update remote_call
                    set state = 'UNANSWERED', lost_starts = lost_starts - 1, last_at = :now
                    where idempotency_key = :key and state = 'STARTED' and claim = :claim
                    """)
                .param("now", utc(clock.instant()))
                .param("key", key)
                .param("claim", claim)
                .update());
  }

  private String write(Object answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "A remote call's result must be writable as JSON: " + answer.getClass().getName(), e);
    }
  }

  private <T> T read(String result, Class<T> type) {
    try {
      return json.readValue(result, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded result is no " + type.getName(), e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private record Row(
      String state,
      int lostStarts,
      Instant claimedUntil,
      String result,
      String refusingSystem,
      String refusalCode) {}

  private enum BeforeState {
    NOTHING,
    UNCERTAIN,
    ANSWERED,
    REFUSED,
    HELD,
    KILLED_TOO_OFTEN
  }

  /** What is known of the key as an attempt begins. */
  private record Before(
      BeforeState state,
      String result,
      String refusingSystem,
      String refusalCode,
      Instant heldUntil,
      int lostStarts) {

    static Before nothing() {
      return new Before(BeforeState.NOTHING, null, null, null, null, 0);
    }

    static Before uncertain() {
      return new Before(BeforeState.UNCERTAIN, null, null, null, null, 0);
    }

    static Before answered(String result) {
      return new Before(BeforeState.ANSWERED, result, null, null, null, 0);
    }

    static Before refused(String system, String code) {
      return new Before(BeforeState.REFUSED, null, system, code, null, 0);
    }

    static Before held(Instant until) {
      return new Before(BeforeState.HELD, null, null, null, until, 0);
    }

    static Before killedTooOften(int starts) {
      return new Before(BeforeState.KILLED_TOO_OFTEN, null, null, null, null, starts);
    }
  }
}
