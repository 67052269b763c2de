package org.aftercare.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the answers of commands in a table. The row is inserted first, so that the same command at
 * another node waits at the primary key until this one has ended. Within this process it waits
 * before it takes a database connection: many requests under one key would otherwise take up the
 * pool that the first of them needs.
 */
@Component
class StoredIdempotentCommands implements IdempotentCommands, UnkeptCommands {

  private static final int LONGEST_KEY = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final CurrentCaller caller;
  private final ObjectMapper json;
  private final ObjectWriter fingerprintWriter;
  private final Clock clock;
  private final Turns turns = new Turns();

  StoredIdempotentCommands(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      CurrentCaller caller,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.caller = caller;
    this.json = json;
    this.fingerprintWriter = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    this.clock = clock;
  }

  @Override
  public <P, T> ResponseEntity<T> once(
      String key,
      String command,
      Object request,
      Class<T> answerType,
      Supplier<P> preparation,
      Function<P, ResponseEntity<T>> execution) {
    check(key);
    String who = caller.get().reference();
    String fingerprint = fingerprint(command, request);
    return turns.take(
        who + '\n' + key, () -> inTurn(who, key, fingerprint, answerType, preparation, execution));
  }

  @Override
  public <T> ResponseEntity<T> once(String key, Supplier<ResponseEntity<T>> execution) {
    check(key);
    String who = caller.get().reference();
    return turns.take(
        who + '\n' + key,
        () ->
            inTurn(who, key, KeptAnswers.FORGOTTEN, null, () -> null, prepared -> execution.get()));
  }

  private static void check(String key) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A command is a transaction of its own; begin none before.");
    }
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "idempotency-key",
          "Idempotency key missing or too long",
          "This command needs a key that lets it be sent again safely.",
          List.of(
              new FieldProblem(
                  HEADER,
                  "The key has 1 to %d characters.".formatted(LONGEST_KEY),
                  "Send a new random UUID for a new command and the same one to repeat it.")));
    }
  }

  private <P, T> ResponseEntity<T> inTurn(
      String who,
      String key,
      String fingerprint,
      Class<T> answerType,
      Supplier<P> preparation,
      Function<P, ResponseEntity<T>> execution) {
    Optional<Kept> kept = find(who, key);
    if (kept.isEmpty()) {
      P prepared = preparation.get();
      try {
        return transaction.execute(
            status -> {
              reserve(who, key, fingerprint);
              ResponseEntity<T> answer = execution.apply(prepared);
              keep(who, key, answer, !fingerprint.equals(KeptAnswers.FORGOTTEN));
              return answer;
            });
      } catch (KeyTakenException e) {
        kept = find(who, key);
      }
    }
    return repeat(kept.orElseThrow(), fingerprint, answerType);
  }

  private Optional<Kept> find(String who, String key) {
    return jdbc.sql(
            """
            select fingerprint, status, location, body from api_idempotency
            where caller = ? and idempotency_key = ?""")
        .params(who, key)
        .query(Kept.class)
        .optional();
  }

  private void reserve(String who, String key, String fingerprint) {
    try {
      jdbc.sql(
              """
              insert into api_idempotency (caller, idempotency_key, fingerprint, made_at)
              values (?, ?, ?, ?)""")
          .params(who, key, fingerprint, Timestamp.from(clock.instant()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new KeyTakenException(e);
    }
  }

  private void keep(String who, String key, ResponseEntity<?> answer, boolean withContent) {
    URI location = answer.getHeaders().getLocation();
    jdbc.sql(
            """
            update api_idempotency set status = ?, location = ?, body = ?
            where caller = ? and idempotency_key = ?""")
        .params(
            answer.getStatusCode().value(),
            withContent && location != null ? location.toString() : null,
            withContent && answer.getBody() != null ? write(answer.getBody()) : null,
            who,
            key)
        .update();
  }

  private <T> ResponseEntity<T> repeat(Kept kept, String fingerprint, Class<T> answerType) {
    if (kept.fingerprint().equals(KeptAnswers.FORGOTTEN)) {
      throw new ProblemException(
          HttpStatus.GONE,
          "answer-forgotten",
          "Carried out and forgotten",
          "This key's command was carried out, and its answer has gone with the person whom it was about. Nothing was done now.",
          List.of(
              new FieldProblem(
                  HEADER,
                  "The key belongs to an earlier command that is not kept.",
                  "Take that command as carried out; send a new key for a new one.")));
    }
    if (!kept.fingerprint().equals(fingerprint)) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "idempotency-key-reused",
          "Idempotency key used for something else",
          "This key was sent before with another command or another body.",
          List.of(
              new FieldProblem(
                  HEADER,
                  "The key belongs to an earlier, different command.",
                  "Send a new key for a new command, or the earlier command unchanged.")));
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(kept.status());
    if (kept.location() != null) {
      answer.location(URI.create(kept.location()));
    }
    return kept.body() == null ? answer.build() : answer.body(read(kept.body(), answerType));
  }

  private String fingerprint(String command, Object request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(command.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(fingerprintWriter.writeValueAsBytes(request));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("The request of " + command + " cannot be compared.", e);
    }
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The answer cannot be kept.", e);
    }
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The kept answer cannot be read.", e);
    }
  }

  record Kept(String fingerprint, Integer status, String location, String body) {}

  /** Another node has carried out the command. Tells its duplicate key from the command's own. */
  private static final class KeyTakenException extends RuntimeException {
    KeyTakenException(Throwable cause) {
      super(cause);
    }
  }
}
