package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.aftercare.testing.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operations can do about messages that no case took. */
@WebTest
class DeadLettersTest {

  private static final String PATH = "/api/dead-letters";
  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private final String id = UUID.randomUUID().toString();
  private final String letter = "{\"source\": \"parts\", \"id\": \"%s\"}".formatted(id);
  private Visitor olof;

  @BeforeEach
  void aMessageHasDied() {
    olof = Visitor.staff(port, "olof");
    jdbc.sql(
            """
            insert into inbox_message
              (source, message_id, name, case_number, variables, state, tries, received_at,
               next_try_at, expires_at, settled_at, problem)
            values ('parts', :id, 'PartArrived', 'W-2222-2222', '[]', 'DEAD', 9, current_timestamp,
               current_timestamp, current_timestamp, current_timestamp, 'EXPIRED')
            """)
        .param("id", id)
        .update();
  }

  @AfterEach
  void removeIt() {
    jdbc.sql("delete from inbox_message where message_id = :id").param("id", id).update();
  }

  @Test
  void areListedForOperations() {
    JsonNode first = olof.get(PATH).json().get("items").get(0);

    assertThat(first.get("id").asText()).isEqualTo(id);
    assertThat(first.get("name").asText()).isEqualTo("PartArrived");
    assertThat(first.get("caseNumber").asText()).isEqualTo("W-2222-2222");
    assertThat(first.get("reason").asText()).isEqualTo("EXPIRED");
    assertThat(Visitor.staff(port, "klara").get(PATH).status()).isEqualTo(403);
  }

  @Test
  void areTriedAgain() {
    assertThat(send("retry")).isEqualTo(202);
    assertThat(state()).isEqualTo("WAITING");
    assertThat(send("retry")).as("it is dead no more").isEqualTo(404);
  }

  @Test
  void areDiscarded() {
    assertThat(send("discard")).isEqualTo(202);
    assertThat(state()).isEqualTo("DISCARDED");
    assertThat(send("retry")).isEqualTo(404);
  }

  @Test
  void areNamedBySenderAndId() {
    Visitor.Answer answer =
        olof.post(PATH + "/retry", "{\"source\": \"parts\"}", Map.of("Idempotency-Key", "k"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo("/id");
  }

  @Test
  void areTasksThatOperationsFindAndComplete() {
    String of = "W-" + id.substring(0, 9);
    jdbc.sql(
            """
            update inbox_message set state = 'WAITING', name = 'VisitReported', case_number = :of,
              settled_at = null
            where message_id = :id
            """)
        .param("of", of)
        .param("id", id)
        .update();
    await().atMost(SOON).untilAsserted(() -> assertThat(state()).isEqualTo("DEAD"));

    String query = "/engine-rest/task?taskVariables=caseNumber_eq_" + of;
    JsonNode tasks = olof.get(query).json();
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).get("name").asText()).contains("VisitReported").contains(of);
    assertThat(Visitor.staff(port, "fiona").get(query).json()).isEmpty();

    String task = "/engine-rest/task/" + tasks.get(0).get("id").asText();
    assertThat(olof.post(task + "/complete", "{}").status()).isEqualTo(204);
    assertThat(state()).isEqualTo("WAITING");
    assertThat(olof.get(query).json()).isEmpty();
  }

  private int send(String deed) {
    return olof.post(
            PATH + "/" + deed, letter, Map.of("Idempotency-Key", UUID.randomUUID().toString()))
        .status();
  }

  private String state() {
    return jdbc.sql("select state from inbox_message where message_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
