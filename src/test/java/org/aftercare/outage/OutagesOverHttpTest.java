package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API of outages while none of the other systems is there. */
@WebTest
class OutagesOverHttpTest {

  private static final String PATH = "/api/outages";
  private static final String OPERATIONS = "olof";

  private static final AtomicInteger PLACES = new AtomicInteger(10_000);

  @Autowired private TestRestTemplate http;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  @Test
  void anOutageIsTakenInThoughTheRegisterDoesNotAnswer() {
    ResponseEntity<JsonNode> answer = post(OPERATIONS, PATH, ApiCaller.newKey(), report());

    assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(201);
    String number = answer.getBody().get("outageNumber").asText();
    assertThat(number).matches("O-[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(answer.getHeaders().getLocation()).hasToString(PATH + "/" + number);
    assertThat(answer.getBody().get("state").asText()).isEqualTo("OPEN");
    assertThat(answer.getBody().get("reportedBy").asText()).isEqualTo(OPERATIONS);
    assertThat(answer.getBody().get("contactsAvoided").isNull()).isTrue();
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count())
        .isEqualTo(1);
    assertThat(get("frida", PATH + "/" + number.toLowerCase()).getBody().get("area").asText())
        .isEqualTo(answer.getBody().get("area").asText());
    assertThat(get(OPERATIONS, PATH + "?state=OPEN").getBody().get("total").asInt()).isPositive();
  }

  @Test
  void theSameKeyIsOneOutageAndOneNews() {
    String key = ApiCaller.newKey();
    String body = report();
    String first = post(OPERATIONS, PATH, key, body).getBody().get("outageNumber").asText();
    String second = post(OPERATIONS, PATH, key, body).getBody().get("outageNumber").asText();
    assertThat(second).isEqualTo(first);

    String update = ApiCaller.newKey();
    for (int i = 0; i < 2; i++) {
      assertThat(
              post(OPERATIONS, PATH + "/" + first + "/updates", update, "{\"cause\": \"WEATHER\"}")
                  .getStatusCode()
                  .value())
          .isEqualTo(202);
    }
    assertThat(messages(first)).isEqualTo(1);
    assertThat(get(OPERATIONS, PATH + "/" + first).getBody().get("cause").asText())
        .isEqualTo("WEATHER");
  }

  @Test
  void whatIsOverTakesNoNews() {
    String number = open();
    ResponseEntity<JsonNode> over =
        post(OPERATIONS, PATH + "/" + number + "/all-clear", ApiCaller.newKey(), "{}");
    assertThat(over.getStatusCode().value()).isEqualTo(202);
    assertThat(over.getBody().get("state").asText()).isEqualTo("ENDED");

    for (String command : new String[] {"updates", "all-clear"}) {
      assertThat(
              post(OPERATIONS, PATH + "/" + number + "/" + command, ApiCaller.newKey(), "{}")
                  .getStatusCode()
                  .value())
          .as(command)
          .isEqualTo(409);
    }
    assertThat(
            post(OPERATIONS, PATH + "/" + number + "/withdrawal", ApiCaller.newKey(), "")
                .getStatusCode()
                .value())
        .isEqualTo(409);
    assertThat(messages(number)).isEqualTo(1);
  }

  @Test
  void whatIsKnownIsNotReportedAgain() {
    String body = report();
    String number =
        post(OPERATIONS, PATH, ApiCaller.newKey(), body).getBody().get("outageNumber").asText();

    ResponseEntity<JsonNode> again = post(OPERATIONS, PATH, ApiCaller.newKey(), body);

    assertThat(again.getStatusCode().value()).isEqualTo(409);
    assertThat(again.getBody().get("detail").asText()).contains(number);
  }

  @Test
  void twoCallersMayChooseTheSameKey() {
    String number = open();
    String key = ApiCaller.newKey();
    post(OPERATIONS, PATH + "/" + number + "/updates", key, "{\"cause\": \"WEATHER\"}");
    ResponseEntity<JsonNode> other =
        post("admin", PATH + "/" + number + "/updates", key, "{\"cause\": \"SOFTWARE\"}");

    assertThat(other.getStatusCode().value()).isEqualTo(202);
    assertThat(messages(number)).isEqualTo(2);
  }

  @Test
  void aReportIsTakenBack() {
    String number = open();

    ResponseEntity<JsonNode> answer =
        post(OPERATIONS, PATH + "/" + number + "/withdrawal", ApiCaller.newKey(), "");

    assertThat(answer.getStatusCode().value()).isEqualTo(202);
    assertThat(answer.getBody().get("state").asText()).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'service': 'BROADBAND'|'service': ''|422|/service",
        "'service': 'BROADBAND'|'service': '../x'|422|/service",
        "'service': 'BROADBAND'|'service': 'TELEX'|422|/service",
        "'service': 'BROADBAND'|'service': 5|400|/service",
        "'country': 'SE'|'country': 'XX'|422|/country",
        "'country': 'SE'|'country': null|422|/country",
        "'area': '75'|'area': '7%'|422|/area",
        "'area': '75'|'area': '75', 'cause': 'FATE'|400|/cause",
        "'area': '75'|'area': '75', 'expectedEndAt': '2001-01-01T00:00:00Z'|422|/expectedEndAt",
        "'area': '75'|'area': '75', 'expectedEndAt': '2999-01-01T00:00:00Z'|422|/expectedEndAt",
        "'area': '75'|'area': '75', 'recipients': -5|400|/recipients",
        "'startedAt': '{now}'|'startedAt': null|422|/startedAt",
        "'startedAt': '{now}'|'startedAt': '2999-01-01T00:00:00Z'|422|/startedAt",
        "'startedAt': '{now}'|'startedAt': '2001-01-01T00:00:00Z'|422|/startedAt",
        "'startedAt': '{now}'|'startedAt': 'yesterday'|400|/startedAt"
      })
  void whatIsWrongIsNamed(String right, String wrong, int status, String field) {
    String now = Instant.now().minusSeconds(60).toString();
    String body =
        report(now)
            .replace(quoted(right).replace("{now}", now), quoted(wrong).replace("{now}", now));

    ResponseEntity<JsonNode> answer = post(OPERATIONS, PATH, ApiCaller.newKey(), body);

    assertThat(answer.getStatusCode().value()).as(body).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().get("errors"))
        .anySatisfy(
            error -> {
              assertThat(error.get("field").asText()).isEqualTo(field);
              assertThat(error.get("remedy").asText()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"endedAt\": \"2999-01-01T00:00:00Z\"}'",
    "'{\"endedAt\": \"2001-01-01T00:00:00Z\"}'"
  })
  void anEndThatCannotBeIsRefused(String body) {
    assertThat(
            post(OPERATIONS, PATH + "/" + open() + "/all-clear", ApiCaller.newKey(), body)
                .getStatusCode()
                .value())
        .isEqualTo(422);
  }

  @Test
  void onlyOperationsReport() {
    assertThat(post("frida", PATH, ApiCaller.newKey(), report()).getStatusCode().value())
        .isEqualTo(403);
    assertThat(get(OPERATIONS, PATH + "/O-2222-2222").getStatusCode().value()).isEqualTo(404);
    assertThat(get(OPERATIONS, PATH + "?size=1000").getStatusCode().value()).isEqualTo(422);
  }

  private int messages(String number) {
    return jdbc.sql("select count(*) from inbox_message where case_number = ?")
        .param(number)
        .query(Integer.class)
        .single();
  }

  private String open() {
    return post(OPERATIONS, PATH, ApiCaller.newKey(), report())
        .getBody()
        .get("outageNumber")
        .asText();
  }

  /** Each in a place of its own: what is open there already is no new outage. */
  private static String report() {
    return report(Instant.now().minusSeconds(60).toString())
        .replace("\"75\"", "\"%d\"".formatted(PLACES.incrementAndGet()));
  }

  private static String report(String startedAt) {
    return quoted(
        "{'service': 'BROADBAND', 'country': 'SE', 'area': '75', 'startedAt': '"
            + startedAt
            + "'}");
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private ResponseEntity<JsonNode> post(String user, String path, String key, String body) {
    return ApiCaller.staff(http, user).post(path, key, body);
  }

  private ResponseEntity<JsonNode> get(String user, String path) {
    return ApiCaller.staff(http, user).get(path);
  }
}
