package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The API of returns over HTTP while none of the other systems is there: what is wrong is refused
 * all the same, and a withdrawal is taken in.
 */
@WebTest
class ReturnsOverHttpTest {

  private static final String PATH = "/api/returns";

  @Autowired private TestRestTemplate http;
  @Autowired private RuntimeService runtime;
  @Autowired private Cases cases;

  private String customerId;

  @BeforeEach
  void newCustomer() {
    customerId = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
  }

  private ResponseEntity<JsonNode> post(String path, String key, String body) {
    return ApiCaller.staff(http, "frida").post(path, key, body);
  }

  private String body() {
    return """
        {"customerId": "%s", "orderNumber": "O-1", "serialNumbers": [" S-1 "],
         "description": "It does not suit me."}"""
        .formatted(customerId);
  }

  private String declared() {
    ResponseEntity<JsonNode> answer = post(PATH, ApiCaller.newKey(), body());
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("caseNumber").asText();
  }

  @Test
  void theFirstStepOpensACaseAndNamesTheSecond() {
    ResponseEntity<JsonNode> answer = post(PATH, ApiCaller.newKey(), body());

    assertThat(answer.getStatusCode().value()).isEqualTo(201);
    String caseNumber = answer.getBody().path("caseNumber").asText();
    assertThat(caseNumber).matches("R-[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(answer.getHeaders().getLocation()).hasToString(PATH + "/" + caseNumber);
    assertThat(answer.getBody().at("/next/name").asText()).isEqualTo("confirm withdrawal");
    assertThat(answer.getBody().at("/next/href").asText())
        .isEqualTo(PATH + "/" + caseNumber + "/confirm");
    assertThat(answer.getBody().path("meaning").isNull()).as("no system answers").isTrue();
    assertThat(cases.notes(caseNumber))
        .extracting(Cases.Note::text)
        .containsExactly("It does not suit me.");
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count())
        .as("the return and its withdrawal")
        .isEqualTo(2);
  }

  @Test
  void theSecondStepIsTheNoticeAndStaysTheSame() {
    String caseNumber = declared();
    String path = PATH + "/" + caseNumber + "/confirm";

    ResponseEntity<JsonNode> first = post(path, ApiCaller.newKey(), null);
    ResponseEntity<JsonNode> again = post(path, ApiCaller.newKey(), null);

    assertThat(first.getStatusCode().value()).as("%s", first.getBody()).isEqualTo(200);
    assertThat(first.getBody().path("noticeAt").asText()).endsWith("Z");
    assertThat(again.getBody()).isEqualTo(first.getBody());
    JsonNode shown = ApiCaller.staff(http, "frida").get(PATH + "/" + caseNumber).getBody();
    assertThat(shown.path("noticeAt")).isEqualTo(first.getBody().path("noticeAt"));
    assertThat(shown.at("/items/0/serialNumber").asText()).isEqualTo("S-1");
    assertThat(shown.path("orderNumber").asText()).isEqualTo("O-1");
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
    String key = ApiCaller.newKey();
    JsonNode first = post(PATH, key, body()).getBody();

    assertThat(post(PATH, key, body()).getBody()).isEqualTo(first);
    assertThat(post(PATH, key, body().replace("O-1", "O-2")).getStatusCode().value())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"orderNumber": "O-1"} | /customerId
          {"customerId": "C-1"} | /orderNumber
          {"customerId": "C-1", "orderNumber": "<b>"} | /orderNumber
          {"customerId": "C-1", "orderNumber": "O-1", "serialNumbers": ["S-1", "s-1"]} | /serialNumbers/1
          {"customerId": "C-1", "orderNumber": "O-1", "serialNumbers": [null]} | /serialNumbers/0
          {"customerId": "C-1", "orderNumber": "O-1", "reason": "DEFECTIVE"} | /symptom
          {"customerId": "C-1", "orderNumber": "O-1", "noticedOn": "1899-01-01"} | /noticedOn
          {"customerId": "C-1", "orderNumber": "O-1", "noticedOn": "2199-01-01"} | /noticedOn
          """)
  void saysWhatIsWrongAndWhere(String body, String field) {
    ResponseEntity<JsonNode> answer = post(PATH, ApiCaller.newKey(), body);

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(422);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(StreamSupport.stream(answer.getBody().path("errors").spliterator(), false))
        .extracting(error -> error.path("field").asText())
        .containsExactly(field);
    assertThat(answer.getBody().at("/errors/0/remedy").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"customerId": "C-1", "orderNumber": "O-1", "reason": "BORED"}
          {"customerId": "C-1", "orderNumber": "O-1", "unknown": 1}
          {"customerId": "C-1", "orderNumber":
          """)
  void refusesWhatItCannotRead(String body) {
    assertThat(post(PATH, ApiCaller.newKey(), body).getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void needsAKey() {
    assertThat(post(PATH, null, body()).getStatusCode().value()).isEqualTo(400);
    assertThat(post(PATH + "/" + declared() + "/confirm", null, null).getStatusCode().value())
        .isEqualTo(400);
  }

  @Test
  void aCaseOfAnotherFlowIsNoReturn() {
    String claim =
        cases
            .open(
                new Cases.NewCase("W", "warranty-claim", customerId, "SE", ServiceCase.Channel.API))
            .caseNumber();

    assertThat(ApiCaller.staff(http, "frida").get(PATH + "/" + claim).getStatusCode().value())
        .isEqualTo(404);
    assertThat(
            post(PATH + "/" + claim + "/confirm", ApiCaller.newKey(), null).getStatusCode().value())
        .isEqualTo(404);
    assertThat(
            post(PATH + "/R-0000-0000/confirm", ApiCaller.newKey(), null).getStatusCode().value())
        .isEqualTo(404);
  }

  @Test
  void theGeneralCommandsKnowReturnsToo() {
    String caseNumber = declared();

    assertThat(
            post(
                    "/api/cases/" + caseNumber + "/human",
                    ApiCaller.newKey(),
                    "{\"text\": \"Please call me.\"}")
                .getStatusCode()
                .value())
        .isEqualTo(202);
    assertThat(
            post("/api/cases/" + caseNumber + "/cancel", ApiCaller.newKey(), null)
                .getStatusCode()
                .value())
        .isEqualTo(202);
    JsonNode shown = ApiCaller.staff(http, "frida").get("/api/cases/" + caseNumber).getBody();
    assertThat(shown.path("flow").asText()).isEqualTo(ReturnProcess.KEY);
  }

  @Test
  void nobodyWithoutCasesMayUseIt() {
    assertThat(ApiCaller.staff(http, "petra").post(PATH, body()).getStatusCode().value())
        .isEqualTo(403);
    assertThat(ApiCaller.nobody(http).post(PATH, body()).getStatusCode().value()).isEqualTo(401);
  }
}
