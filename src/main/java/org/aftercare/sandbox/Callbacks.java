package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** What partners have to tell the product, until it has taken it. */
class Callbacks {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final SandboxClock clock;

  /** When to try again is a matter of real time: the sandbox's clock may leap. */
  private final Clock realTime;

  Callbacks(JdbcClient jdbc, ObjectMapper json, SandboxClock clock, Clock realTime) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.realTime = realTime;
  }

  /**
   * @param remaining how many acceptances are still wanted; 0: done or given up
   * @param lastAnswer what came of the last attempt, or {@code null} before the first
   */
  record Entry(
      String callbackId,
      String system,
      String callbackType,
      String caseNumber,
      String content,
      Instant createdAt,
      int remaining,
      int attempts,
      String lastAnswer) {}

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET(
            "/callbacks",
            request ->
                ServerResponse.ok()
                    .body(entries(request.param("caseNumber").orElse(""), Integer.MAX_VALUE)))
        .build();
  }

  /**
   * Notes a callback for delivery.
   *
   * @param details what belongs into {@code data} beside the case number
   * @param twice deliver it a second time under the same id after it was taken
   * @return the callback's id
   */
  String tell(
      String system, String type, String caseNumber, Map<String, String> details, boolean twice) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("caseNumber", caseNumber);
    data.putAll(details);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", type);
    content.put("timestamp", clock.instant().toString());
    content.put("data", data);
    String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
    jdbc.sql("insert into callback values (?, ?, ?, ?, ?, ?, ?, 0, ?, null)")
        .params(
            id,
            system,
            type,
            caseNumber,
            write(content),
            clock.instant().atOffset(ZoneOffset.UTC),
            twice ? 2 : 1,
            realTime.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** The newest first. */
  List<Entry> entries(String caseNumber, int limit) {
    return select(
        "where (? = '' or case_number = ?) order by created_at desc, callback_id limit ?",
        caseNumber,
        caseNumber,
        limit);
  }

  /** Those whose time has come, the oldest first. */
  List<Entry> due() {
    return select(
        "where remaining > 0 and next_attempt_at <= ? order by next_attempt_at limit 50",
        realTime.instant().atOffset(ZoneOffset.UTC));
  }

  void taken(Entry entry, String answer) {
    jdbc.sql(
            """
            update callback set remaining = remaining - 1, attempts = attempts + 1, last_answer = ?
            where callback_id = ?""")
        .params(answer, entry.callbackId())
        .update();
  }

  void failed(Entry entry, String answer, Instant nextAttempt) {
    jdbc.sql(
            """
            update callback set attempts = attempts + 1, last_answer = ?, next_attempt_at = ?
            where callback_id = ?""")
        .params(answer, nextAttempt.atOffset(ZoneOffset.UTC), entry.callbackId())
        .update();
  }

  void givenUp(Entry entry, String answer) {
    jdbc.sql(
            """
            update callback set remaining = 0, attempts = attempts + 1, last_answer = ?
            where callback_id = ?""")
        .params(answer, entry.callbackId())
        .update();
  }

  private List<Entry> select(String condition, Object... parameters) {
    return jdbc.sql(
            """
            select callback_id, system, callback_type, case_number, content, created_at, remaining,
              attempts, last_answer
            from callback\s"""
                + condition)
        .params(parameters)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("callback_id"),
                    row.getString("system"),
                    row.getString("callback_type"),
                    row.getString("case_number"),
                    row.getString("content"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getInt("remaining"),
                    row.getInt("attempts"),
                    row.getString("last_answer")))
        .list();
  }

  private String write(Object content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
