package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aftercare.notifications.NoticeUndelivered;
import org.aftercare.testing.ApiCaller;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
  private static final String QUOTED = "her neighbour Ingegerd answered";

  /** Has rows in all tables, written by this test. */
  private static final String FORMER = "C-77001";

  private static final String RACING = "C-77002";

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private TaskService tasks;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transaction;

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

    fail(task);
    bounce(caseNumber, CUSTOMER);

    assertThat(
            ApiCaller.staff(http, "frida").post("/api/erasures", request(CUSTOMER)).getStatusCode())
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
            SURVEYED,
            QUOTED);
    assertThat(places(QUOTED))
        .contains("ACT_HI_TASKINST.NAME_", "ACT_HI_TASKINST.DESCRIPTION_", "NOTIFICATION.FACTS");
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
    assertThat(erase(key).getStatusCode().value()).as("sent again").isEqualTo(410);
    assertThat(places(reference))
        .as("beside the customer in no kept command")
        .containsExactly(
            "CUSTOMER_ERASURE.REFERENCE", "SERVICE_CASE.CUSTOMER_ID", "WARRANTY_CLAIM.CUSTOMER_ID");
    assertThat(
            find(
                "fingerprint || coalesce(body, '') || coalesce(location, '')",
                "from api_idempotency where idempotency_key = '" + key + "'"))
        .containsExactly("forgotten");
    assertThat(find("name_", "from act_hi_taskinst where id_ like 'incident-%'"))
        .contains(caseNumber);
    assertThat(erase(ApiCaller.newKey()).getStatusCode().value())
        .as("nobody is there any more")
        .isEqualTo(404);
    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isNotBlank();
    assertThat(find("customer_id", "from service_case where case_number = '" + caseNumber + "'"))
        .containsExactly(reference);
    assertThat(find("erased_by", "from customer_erasure where reference = '" + reference + "'"))
        .containsExactly("olof");
  }

  /**
   * A table with a new column that names a customer has to be named here, and its module to erase
   * it.
   */
  @Test
  void everyColumnThatNamesACustomerIsErased() {
    Map<String, String> rows = rows(FORMER, "W-ERAS-7771");
    TreeSet<String> named = new TreeSet<>();
    rows.keySet().stream()
        .filter(columns -> !columns.isEmpty())
        .forEach(columns -> named.addAll(List.of(columns.split(" "))));
    assertThat(named)
        .isEqualTo(
            new TreeSet<>(
                columns().stream()
                    .filter(column -> !column.table().startsWith("ACT_"))
                    .filter(
                        column ->
                            column.name().matches(".*(CUSTOMER|RECIPIENT|ADDRESSEE|CALLER).*"))
                    .map(Column::path)
                    .toList()));
    rows.values().forEach(row -> jdbc.sql(row).update());
    // Of an outage, which is no case; and of a notice that has gone meanwhile.
    bounce("O-ERAS-7771", FORMER);
    assertThat(places(FORMER)).containsAll(named).contains("NOTIFICATION.NOTICE_ID");

    ResponseEntity<JsonNode> lasting = erase(ApiCaller.newKey(), FORMER);
    assertThat(lasting.getStatusCode().value()).as("%s", lasting.getBody()).isEqualTo(409);
    assertThat(lasting.getBody().toString())
        .contains("OUTAGE_OPEN", "O-ERAS-7771")
        .doesNotContain("CASE_OPEN", "NOTICE_WAITING");
    assertThat(places(FORMER)).containsAll(named);

    jdbc.sql("update outage set closed_at = reported_at where outage_number = 'O-ERAS-7771'")
        .update();
    ResponseEntity<JsonNode> erased = erase(ApiCaller.newKey(), FORMER);
    assertThat(erased.getStatusCode().value()).as("%s", erased.getBody()).isEqualTo(200);
    assertThat(places(FORMER)).isEmpty();
  }

  @Test
  void aCaseThatOpensMeanwhileIsNotTakenForOneThatIsOver() throws Exception {
    rows(RACING, "W-ERAS-7772").values().forEach(row -> jdbc.sql(row).update());
    jdbc.sql("update outage set closed_at = reported_at where outage_number = 'O-ERAS-7772'")
        .update();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<ResponseEntity<JsonNode>> erased =
          transaction.execute(
              status -> {
                jdbc.sql("select 1 from plan_order where case_number = 'W-ERAS-7772' for update")
                    .query(Integer.class)
                    .single();
                Future<ResponseEntity<JsonNode>> begun =
                    other.submit(() -> erase(ApiCaller.newKey(), RACING));
                // It has seen that nothing is open, and is at its first table.
                Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(30))
                    .until(this::somebodyWaitsForALock);
                jdbc.sql(serviceCase(RACING, "W-ERAS-7773", "OPEN", null)).update();
                return begun;
              });
      ResponseEntity<JsonNode> answer = erased.get(1, TimeUnit.MINUTES);
      assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(409);
      assertThat(answer.getBody().toString())
          .contains("CASE_OPEN", "CASE_NEW", "W-ERAS-7773")
          .doesNotContain("W-ERAS-7772");
    } finally {
      other.shutdownNow();
    }
    assertThat(
            find(
                "case_number", "from service_case where customer_id = '" + RACING + "' order by 1"))
        .as("nothing was erased")
        .containsExactly("W-ERAS-7772", "W-ERAS-7773");
    assertThat(find("name", "from customer where customer_id = '" + RACING + "'")).hasSize(1);
    jdbc.sql("delete from service_case where case_number = 'W-ERAS-7773'").update();
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.sql(
                """
                select count(*) from information_schema.sessions
                where blocker_id = session_id() and executing_statement like 'update plan_order %'""")
            .query(Long.class)
            .single()
        > 0;
  }

  private static String serviceCase(
      String customer, String caseNumber, String status, String closedAt) {
    return """
        insert into service_case
          (case_number, flow, customer_id, country, channel, status, opened_at, closed_at)
        values ('%s', 'warranty', '%s', 'SE', 'API', '%s', timestamp '2020-01-01 00:00:00', %s)"""
        .formatted(
            caseNumber,
            customer,
            status,
            closedAt == null ? "null" : "timestamp '" + closedAt + "'");
  }

  /**
   * A row for each column of the product's tables that names a customer, of a case that is closed
   * and an outage that is not; by the columns, those of tables that others refer to first.
   */
  private static Map<String, String> rows(String customer, String caseNumber) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        "CUSTOMER.CUSTOMER_ID",
        """
        insert into customer (customer_id, name, language, country, street, postal_code, city,
          address_country, register_name, register_language, register_street, register_postal_code,
          register_city, register_country, registered_at)
        values (:customer, 'N', 'sv', 'SE', 'S', '1', 'C', 'SE', 'N', 'sv', 'S', '1', 'C', 'SE', :at)""");
    rows.put(
        "CUSTOMER_PREFERENCE.CUSTOMER_ID",
        "insert into customer_preference (customer_id, channel) values (:customer, 'EMAIL')");
    rows.put(
        "SERVICE_CASE.CUSTOMER_ID",
        serviceCase(customer, caseNumber, "CLOSED", "2020-01-02 00:00:00"));
    rows.put(
        "WARRANTY_CLAIM.CUSTOMER_ID",
        """
        insert into warranty_claim (case_number, customer_id, country, customer_known,
          serial_number, symptom, noticed_on, reported_on, cause, dangerous, wish)
        values (:case, :customer, 'SE', true, :case, 'NOISE', :day, :day, 'DEFECT', false, 'REPAIR')""");
    rows.put(
        "PRODUCT_RETURN.CUSTOMER_ID",
        """
        insert into product_return (case_number, customer_id, country, order_number, reason, wish,
          declared_at, lapses_at)
        values (:case, :customer, 'SE', 'O-1', 'OTHER', 'REFUND', :at, :at)""");
    rows.put(
        "PAYMENT_DEFERRAL.CUSTOMER_ID PAYMENT_DEFERRAL.INVOICE_CUSTOMER",
        """
        insert into payment_deferral (case_number, customer_id, country, invoice_number,
          requested_on, instalments, circumstance, invoice_customer)
        values (:case, :customer, 'SE', 'I-1', :day, 1, 'OTHER', :customer)""");
    rows.put(
        "DEFERRAL_CLAIM.CUSTOMER_ID",
        """
        insert into deferral_claim (invoice_number, customer_id, case_number)
        values (:case, :customer, :case)""");
    rows.put(
        "PLAN_ORDER.CUSTOMER_ID",
        """
        insert into plan_order (case_number, kind, customer_id, country, plan_code, starts_on)
        values (:case, 'ACTIVATION', :customer, 'SE', 'P', :day)""");
    rows.put(
        "PLAN_ORDER_OPEN.CUSTOMER_ID",
        """
        insert into plan_order_open (customer_id, service, case_number)
        values (:customer, 'INTERNET', :case)""");
    rows.put(
        "PRODUCT_REGISTRATION.CUSTOMER_ID",
        """
        insert into product_registration (case_number, customer_id, country, serial_number, done_by,
          meant_to_last, extended_months)
        values (:case, :customer, 'SE', :case, 'CUSTOMER', true, 0)""");
    rows.put(
        "",
        """
        insert into outage (outage_number, service, country, cause, origin, started_at, state,
          reported_by, reported_at, affected, told, contacts, news)
        values (:outage, 'INTERNET', 'FI', 'FAULT', 'STAFF', :at, 'OPEN', 'olof', :at, 1, 1, 0, 1)""");
    rows.put(
        "OUTAGE_CUSTOMER.CUSTOMER_ID",
        """
        insert into outage_customer (outage_number, customer_id, told_in, contacted)
        values (:outage, :customer, 1, false)""");
    rows.put(
        "NOTIFICATION.RECIPIENT",
        """
        insert into notification (notice_id, recipient, template, facts, urgent, told_at, state,
          attempts, due_at)
        values (:outage, :key, 'outage.news', '{}', false, :at, 'PLANNED', 0, :at)""");
    rows.put(
        "NOTIFICATION_DELIVERY.RECIPIENT NOTIFICATION_DELIVERY.ADDRESSEE",
        """
        insert into notification_delivery (delivery_id, notice_id, recipient, addressee, channel,
          position, state, attempts, due_at)
        values (:case, :outage, :key, :key, 'EMAIL', 1, 'SENT', 1, :at)""");
    rows.put(
        "API_IDEMPOTENCY.CALLER",
        """
        insert into api_idempotency (caller, idempotency_key, fingerprint, status, made_at)
        values (:key, 'k', 'f', 200, current_timestamp)""");
    rows.replaceAll(
        (columns, row) ->
            row.replace(":customer", "'" + customer + "'")
                .replace(":key", "'customer:" + customer + "'")
                .replace(":case", "'" + caseNumber + "'")
                .replace(":outage", "'" + caseNumber.replace("W-", "O-") + "'")
                .replace(":at", "timestamp '2020-01-01 00:00:00'")
                .replace(":day", "date '2020-01-01'"));
    return rows;
  }

  /** As a step that is out of tries does, and an e-mail that comes back. */
  private void fail(Task task) {
    runtime.createIncident("failedJob", task.getExecutionId(), "none", QUOTED);
  }

  private void bounce(String number, String customer) {
    transaction.executeWithoutResult(
        status ->
            events.publishEvent(
                new NoticeUndelivered(
                    number + "/news",
                    number,
                    "customer:" + customer,
                    "warranty.news",
                    null,
                    "SMTP_550",
                    Instant.now())));
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

  private static String request(String customer) {
    return "{\"customerId\": \"" + customer + "\"}";
  }

  private ResponseEntity<JsonNode> erase(String key) {
    return erase(key, CUSTOMER);
  }

  private ResponseEntity<JsonNode> erase(String key, String customer) {
    return ApiCaller.staff(http, "olof").post("/api/erasures", key, request(customer));
  }

  private List<String> find(String what, String from) {
    return jdbc.sql("select " + what + " " + from).query(String.class).list();
  }

  private record Column(String table, String name, String type) {

    String path() {
      return table + "." + name;
    }
  }

  /** Every column of every table that holds it, whatever its letters' case. */
  private TreeSet<String> places(String trace) {
    TreeSet<String> places = new TreeSet<>();
    for (Column column : columns()) {
      if (column.type().startsWith("BINARY") ? inBytes(column, trace) : inText(column, trace)) {
        places.add(column.path());
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
