package org.aftercare.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Effects that happen once per idempotency key: the first request makes the effect and its answer
 * is kept; each later one under the same key is counted and gets that answer.
 */
class Operations {

  private static final String KEY_HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock clock;

  /** Requests of one key wait for each other; the number only limits how many keys run at once. */
  private final Object[] locks = IntStream.range(0, 256).mapToObj(i -> new Object()).toArray();

  Operations(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Answers a request for an effect.
   *
   * @param request what was asked, for the ledger
   * @param effect makes the effect; runs at most once per key. If it throws, nothing is kept
   */
  ServerResponse once(
      ServerRequest http,
      String system,
      String operation,
      Object request,
      Supplier<Answer> effect) {
    String key = http.headers().firstHeader(KEY_HEADER);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.badRequest(
          "The header " + KEY_HEADER + " of 1 to " + LONGEST_KEY + " characters is missing.");
    }
    synchronized (locks[Math.floorMod((system + key).hashCode(), locks.length)]) {
      return response(
          repeated(system, key)
              .orElseGet(
                  () ->
                      transaction.execute(
                          status -> first(system, key, operation, request, effect.get()))));
    }
  }

  /** The answer that was given under a key, or 404. */
  ServerResponse answerOf(String system, String key) {
    return response(
        find(system, key).orElseThrow(() -> ProblemException.notFound("operation of this key")));
  }

  private Optional<Kept> repeated(String system, String key) {
    int known =
        jdbc.sql(
                """
                update operation set requests = requests + 1
                where system = ? and idempotency_key = ?""")
            .params(system, key)
            .update();
    return known == 0 ? Optional.empty() : find(system, key);
  }

  private Optional<Kept> find(String system, String key) {
    return jdbc.sql(
            """
            select status, content_type, answer from operation
            where system = ? and idempotency_key = ?""")
        .params(system, key)
        .query(Kept.class)
        .optional();
  }

  private Kept first(String system, String key, String operation, Object request, Answer answer) {
    MediaType type =
        answer.refusal() == null ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON;
    Kept kept = new Kept(answer.status(), type.toString(), write(answer.body()));
    try {
      jdbc.sql(
              """
              insert into operation (system, idempotency_key, operation, case_number, reference,
                refusal, requested_at, requests, status, content_type, answer, request)
              values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)""")
          .params(
              system,
              key,
              operation,
              answer.caseNumber(),
              answer.reference(),
              answer.refusal(),
              clock.instant().atOffset(ZoneOffset.UTC),
              kept.status(),
              kept.contentType(),
              kept.answer(),
              write(request))
          .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalStateException("Two servers use one sandbox database.", e);
    }
    return kept;
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerResponse response(Kept kept) {
    return ServerResponse.status(kept.status())
        .contentType(MediaType.parseMediaType(kept.contentType()))
        .body(kept.answer().getBytes(StandardCharsets.UTF_8));
  }

  private record Kept(int status, String contentType, String answer) {}
}
