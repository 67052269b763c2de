package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.cases.Cases;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The API of warranty claims over HTTP while none of the other systems is there: what is wrong is
 * refused all the same, and what is right is taken in.
 */
@WebTest
class WarrantyClaimsOverHttpTest {

  private static final String PATH = "/api/warranty-claims";
  private static final int AT_ONCE = 50;

  @Autowired private TestRestTemplate http;
  @Autowired private RuntimeService runtime;
  @Autowired private Cases cases;

  /** Each test's own, so that what others have sent does not count. */
  private String customerId;

  @BeforeEach
  void newCustomer() {
    customerId = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
  }

  @Test
  void aClaimIsTakenInThoughNoSystemAnswers() {
    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), claim());

    assertThat(answer.getStatusCode().value()).isEqualTo(201);
    String caseNumber = answer.getBody().get("caseNumber").asText();
    assertThat(caseNumber).matches("W-[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(answer.getBody().get("status").asText()).isEqualTo("OPEN");
    assertThat(answer.getHeaders().getLocation()).hasToString(PATH + "/" + caseNumber);
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count())
        .isEqualTo(1);
    assertThat(runtime.createVariableInstanceQuery().variableName("factsKnown").list())
        .extracting(VariableInstance::getValue)
        .contains(false);
  }

  @Test
  void nothingOfTheCustomerIsInTheProcess() {
    String caseNumber = open();
    List<String> executions =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
            .map(instance -> instance.getId())
            .toList();

    List<VariableInstance> variables =
        runtime
            .createVariableInstanceQuery()
            .processInstanceIdIn(executions.toArray(String[]::new))
            .list();

    assertThat(variables)
        .isNotEmpty()
        .allSatisfy(
            variable -> assertThat(variable.getTypeName()).isIn("string", "boolean", "integer"))
        .extracting(variable -> String.valueOf(variable.getValue()))
        .noneMatch(text -> text.contains("hums") || text.contains(customerId));
    assertThat(cases.notes(caseNumber))
        .extracting(Cases.Note::text)
        .containsExactly("It hums but stays warm.");
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndOneCase() {
    String key = ApiCaller.newKey();

    ResponseEntity<JsonNode> first = post(key, claim());
    ResponseEntity<JsonNode> second = post(key, claim());

    assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(second.getHeaders().getLocation()).isEqualTo(first.getHeaders().getLocation());
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String key = ApiCaller.newKey();
    post(key, claim());

    ResponseEntity<JsonNode> second = post(key, claim().replace("NOISE", "LEAKING"));

    assertThat(second.getStatusCode().value()).isEqualTo(422);
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void fiftyOfTheSameAtOnceOpenOneCase() throws Exception {
    String key = ApiCaller.newKey();
    String claim = claim();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<ResponseEntity<JsonNode>>> answers =
          threads.invokeAll(
              IntStream.range(0, AT_ONCE)
                  .<Callable<ResponseEntity<JsonNode>>>mapToObj(i -> () -> post(key, claim))
                  .toList());
      for (Future<ResponseEntity<JsonNode>> answer : answers) {
        assertThat(answer.get().getStatusCode().value()).isEqualTo(201);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(opened()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'customerId': 'C-1'|'customerId': 1|400|/customerId",
        "'symptom': 'NOISE'|'symptom': 'LOUD'|400|/symptom",
        "'symptom': 'NOISE'|'symptom': 3|400|/symptom",
        "'noticedOn': '2026-11-20'|'noticedOn': '20.11.2026'|400|/noticedOn",
        "'noticedOn': '2026-11-20'|'noticedOn': '2026-02-30'|400|/noticedOn",
        "'noticedOn': '2026-11-20'|'noticedOn': '2999-01-01'|422|/noticedOn",
        "'noticedOn': '2026-11-20'|'noticedOn': '1899-01-01'|422|/noticedOn",
        "'noticedOn': '2026-11-20'|'noticedOn': null|422|/noticedOn",
        "'serialNumber': 'S-1'|'serialNumber': ''|422|/serialNumber",
        "'serialNumber': 'S-1'|'serialNumber': '<b>'|422|/serialNumber",
        "'serialNumber': 'S-1'|'serialNumber': ['S-1']|400|/serialNumber",
        "'serialNumber': 'S-1'|'serialNumber': 'S-1', 'amount': -5|400|/amount",
        "'serialNumber': 'S-1'|'serialNumber': 'S-1', 'dangerous': 'yes'|400|/dangerous",
        "'serialNumber': 'S-1'|'serialNumber': 'S-1', 'cause': 'FATE'|400|/cause",
        "'serialNumber': 'S-1'|'serialNumber': 'S-1', 'orderNumber': '../x'|422|/orderNumber"
      })
  void whatIsWrongIsNamed(String right, String wrong, int status, String field) {
    String body =
        claim()
            .replace(customerId, "C-1")
            .replace(right.replace('\'', '"'), wrong.replace('\'', '"'));

    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), body);

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
  @ValueSource(strings = {"", "[]", "claim", "{\"customerId\"", "null", "{} {}"})
  void whatIsNoClaimAtAllIsRefused(String body) {
    assertThat(post(ApiCaller.newKey(), body).getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), "{}");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(ApiCaller.fields(answer))
        .containsExactly("/customerId", "/serialNumber", "/symptom", "/description", "/noticedOn");
  }

  @Test
  void aTextMayBeLongButNotEndless() {
    assertThat(post(ApiCaller.newKey(), described("x".repeat(4000))).getStatusCode().value())
        .isEqualTo(201);
    assertThat(post(ApiCaller.newKey(), described("x".repeat(4001))).getStatusCode().value())
        .isEqualTo(422);
    assertThat(post(ApiCaller.newKey(), described("x".repeat(10_000_000))).getStatusCode().value())
        .isEqualTo(413);
  }

  @Test
  void aCommandNeedsAKey() {
    ResponseEntity<JsonNode> answer = post(null, claim());

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().get("errors").get(0).get("field").asText())
        .isEqualTo(IdempotentCommands.HEADER);
  }

  @Test
  void aCustomerClaimsAndSeesForThemselvesOnly() {
    ApiCaller bearer = ApiCaller.customer(http, customerId);
    ResponseEntity<JsonNode> own = bearer.post(PATH, claim());
    assertThat(own.getStatusCode().value()).isEqualTo(201);
    String theirs = PATH + "/" + own.getBody().get("caseNumber").asText();
    assertThat(bearer.get(theirs).getBody().get("serialNumber").asText()).isEqualTo("S-1");

    ApiCaller stranger = ApiCaller.customer(http, "C-1");
    assertThat(stranger.post(PATH, claim()).getStatusCode().value()).isEqualTo(422);
    assertThat(stranger.get(theirs).getStatusCode().value()).isEqualTo(404);
    assertThat(stranger.get(PATH + "/W-2222-2222").getBody().get("detail"))
        .as("the very answer that a number gives that does not exist")
        .isEqualTo(stranger.get(theirs).getBody().get("detail"));
    assertThat(opened()).isEqualTo(1);
  }

  private String open() {
    return post(ApiCaller.newKey(), claim()).getBody().get("caseNumber").asText();
  }

  private long opened() {
    return cases.search(customerId, null, 0, 10).total();
  }

  private String claim() {
    return described("It hums but stays warm.");
  }

  private String described(String text) {
    return """
        {"customerId": "%s", "serialNumber": "S-1", "symptom": "NOISE",
         "description": "%s", "noticedOn": "2026-11-20"}"""
        .formatted(customerId, text);
  }

  private ResponseEntity<JsonNode> post(String key, String body) {
    return ApiCaller.staff(http, "frida").post(PATH, key, body);
  }
}
