package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.aftercare.testing.ApiCaller;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A customer is erased after a whole claim: nothing of them is left in any column of any table, the
 * engine's included, and their case is still there for those who count cases.
 */
class ErasureTest extends ProductWithSandbox {

  /** The only customer of this order, and theirs the only one: no other test asks for it. */
  private static final String ORDER = "O-50026";

  private static final String CUSTOMER = "C-1011";
  private static final String SAID = "It buzzes since my birthday at the lighthouse.";
  private static final String COMMENTED = "She is hard of hearing, ring twice.";
  private static final String ATTACHED = "Scanned letter in violet ink.";
  private static final String SURVEYED = "My neighbour Torkel was impressed.";
  private static final String PHONE = "+46709998877";

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private TaskService tasks;

  @Test
  void nothingOfThePersonIsLeftInAnyTable() {
    String caseNumber = claim();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> !find("name", "from customer where customer_id = '" + CUSTOMER + "'").isEmpty());
    List<String> person =
        find(
            "name || ';' || email || ';' || phone || ';' || street",
            "from customer where customer_id = '" + CUSTOMER + "'");
    correctPhone(caseNumber);
    Task task =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .findFirst()
                        .orElse(null),
                found -> found != null);
    tasks.createComment(task.getId(), task.getProcessInstanceId(), COMMENTED);
    tasks.createAttachment(
        "text/plain",
        task.getId(),
        task.getProcessInstanceId(),
        "letter",
        "letter",
        new ByteArrayInputStream(ATTACHED.getBytes(StandardCharsets.UTF_8)));

    assertThat(ApiCaller.staff(http, "frida").post("/api/erasures", request()).getStatusCode())
        .as("the front office may not")
        .hasToString("403 FORBIDDEN");
    ResponseEntity<JsonNode> tooEarly = erase(ApiCaller.newKey());
    assertThat(tooEarly.getStatusCode().value()).as("%s", tooEarly.getBody()).isEqualTo(409);
    assertThat(tooEarly.getBody().toString())
        .contains("CASE_OPEN", caseNumber)
        .doesNotContain(person.get(0).split(";")[0]);
    assertThat(places(COMMENTED)).isNotEmpty();

    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              company.play(caseNumber);
              return company.closed(caseNumber);
            });
    assertThat(
            company
                .command(
                    "/api/cases/" + caseNumber + "/survey",
                    UUID.randomUUID().toString(),
                    Map.of(
                        "competence", 5,
                        "treatment", 5,
                        "addedValue", 4,
                        "solved", true,
                        "comment", SURVEYED))
                .getStatusCode()
                .is2xxSuccessful())
        .isTrue();
    List<String> traces =
        List.of(
            person.get(0).split(";")[0],
            person.get(0).split(";")[1],
            person.get(0).split(";")[2],
            person.get(0).split(";")[3],
            PHONE,
            CUSTOMER,
            SAID,
            COMMENTED,
            ATTACHED,
            SURVEYED);
    assertThat(traces).allSatisfy(trace -> assertThat(places(trace)).as(trace).isNotEmpty());

    String key = ApiCaller.newKey();
    ResponseEntity<JsonNode> erased =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> erase(key), answer -> answer.getStatusCode().value() != 409);
    assertThat(erased.getStatusCode().value()).as("%s", erased.getBody()).isEqualTo(200);

    assertThat(traces).allSatisfy(trace -> assertThat(places(trace)).as(trace).isEmpty());
    String reference = erased.getBody().path("reference").asText();
    assertThat(reference).matches("erased-[2-9A-Z]{12}");
    assertThat(erased.getBody().path("cases").asInt()).isEqualTo(1);
    assertThat(erase(key).getBody()).as("sent again").isEqualTo(erased.getBody());
    assertThat(erase(ApiCaller.newKey()).getStatusCode().value())
        .as("nobody is there any more")
        .isEqualTo(404);
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isNotBlank();
    assertThat(find("customer_id", "from service_case where case_number = '" + caseNumber + "'"))
        .containsExactly(reference);
    assertThat(find("erased_by", "from customer_erasure where reference = '" + reference + "'"))
        .containsExactly("olof");
  }

  private String claim() {
    Map<String, Object> claim = new HashMap<>(company.claim(ORDER, "NOISE"));
    assertThat(claim.get("customerId")).isEqualTo(CUSTOMER);
    claim.put("description", SAID);
    ResponseEntity<JsonNode> opened =
        company.command("/api/warranty-claims", UUID.randomUUID().toString(), claim);
    assertThat(opened.getStatusCode().value()).as("%s", opened.getBody()).isEqualTo(201);
    return opened.getBody().path("caseNumber").asText();
  }

  private void correctPhone(String caseNumber) {
    ResponseEntity<JsonNode> corrected =
        company.command(
            "/api/cases/" + caseNumber + "/corrections",
            UUID.randomUUID().toString(),
            Map.of("phone", PHONE));
    assertThat(corrected.getStatusCode().value()).as("%s", corrected.getBody()).isEqualTo(202);
  }

  private static String request() {
    return "{\"customerId\": \"" + CUSTOMER + "\"}";
  }

  private ResponseEntity<JsonNode> erase(String key) {
    return ApiCaller.staff(http, "olof").post("/api/erasures", key, request());
  }

  private List<String> find(String what, String from) {
    return jdbc.sql("select " + what + " " + from).query(String.class).list();
  }

  private record Column(String table, String name, String type) {}

  /** Every column of every table that holds it, whatever its letters' case. */
  private TreeSet<String> places(String trace) {
    TreeSet<String> places = new TreeSet<>();
    for (Column column : columns()) {
      if (column.type().startsWith("BINARY") ? inBytes(column, trace) : inText(column, trace)) {
        places.add(column.table() + "." + column.name());
      }
    }
    return places;
  }

  private List<Column> columns() {
    List<Column> columns =
        jdbc.sql(
                """
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t
                  on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE'
                  and (c.data_type like 'CHARACTER%' or c.data_type like 'BINARY%')""")
            .query(
                (row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    assertThat(columns).hasSizeGreaterThan(400);
    return columns;
  }

  private boolean inText(Column column, String trace) {
    return jdbc.sql(
                "select count(*) from \"%s\" where lower(cast(\"%s\" as varchar)) like :trace"
                    .formatted(column.table(), column.name()))
            .param("trace", "%" + trace.toLowerCase(Locale.ROOT) + "%")
            .query(Long.class)
            .single()
        > 0;
  }

  /** The engine keeps long texts as bytes. */
  private boolean inBytes(Column column, String trace) {
    return jdbc
        .sql(
            "select \"%2$s\" from \"%1$s\" where \"%2$s\" is not null"
                .formatted(column.table(), column.name()))
        .query((row, number) -> text(row.getBytes(1)))
        .list()
        .stream()
        .anyMatch(content -> content.contains(trace));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
