package org.aftercare.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.aftercare.cases.Cases;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.SeenCustomers;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API of activations and upgrades over HTTP while none of the other systems is there. */
@WebTest
class PlanOrdersOverHttpTest {

  private static final String ACTIVATIONS = "/api/activations";
  private static final String UPGRADES = "/api/upgrades";

  @Autowired private TestRestTemplate http;
  @Autowired private RuntimeService runtime;
  @Autowired private Cases cases;
  @Autowired private JdbcClient jdbc;

  private String customerId;

  /** One whom we have seen before: nobody answers for the register. */
  @BeforeEach
  void newCustomer() {
    customerId = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    SeenCustomers.add(jdbc, customerId);
  }

  private String activation() {
    return """
        {"customerId": "%s", "service": "CARE-BASIC"}"""
        .formatted(customerId);
  }

  private String upgrade() {
    return """
        {"customerId": "%s", "subscription": "SUB-1", "plan": "CARE-PLUS"}"""
        .formatted(customerId);
  }

  @ParameterizedTest
  @CsvSource({"/api/activations, A", "/api/upgrades, U"})
  void anOrderIsTakenInOnce(String path, String prefix) {
    String body = path.equals(UPGRADES) ? upgrade() : activation();
    String key = ApiCaller.newKey();
    ResponseEntity<JsonNode> first = post(path, key, body);
    ResponseEntity<JsonNode> second = post(path, key, body);

    assertThat(first.getStatusCode().value()).as("%s", first.getBody()).isEqualTo(201);
    assertThat(second.getBody()).isEqualTo(first.getBody());
    String caseNumber = first.getBody().get("caseNumber").asText();
    assertThat(caseNumber).startsWith(prefix + "-");
    assertThat(first.getHeaders().getLocation()).hasToString(path + "/" + caseNumber);
    assertThat(cases.search(customerId, null, 0, 10).total()).isEqualTo(1);
    assertThat(runtime.createVariableInstanceQuery().list())
        .extracting(VariableInstance::getValue)
        .doesNotContain(customerId);
    assertThat(post(path, key, body.replace("CARE", "OTHER")).getStatusCode().value())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'service': 'CARE-BASIC'|'service': 1|400|/service",
        "'service': 'CARE-BASIC'|'service': ''|422|/service",
        "'service': 'CARE-BASIC'|'service': '<b>'|422|/service",
        "'service': 'CARE-BASIC'|'service': 'X', 'startsOn': '1999-01-01'|422|/startsOn",
        "'service': 'CARE-BASIC'|'service': 'X', 'startsOn': '2999-01-01'|422|/startsOn",
        "'service': 'CARE-BASIC'|'service': 'X', 'startsOn': '2026-02-30'|400|/startsOn",
        "'service': 'CARE-BASIC'|'service': 'X', 'price': 1|400|/price",
        "'service': 'CARE-BASIC'|'service': 'X', 'channel': 'PIGEON'|400|/channel"
      })
  void whatIsWrongIsNamed(String right, String wrong, int status, String field) {
    String body = activation().replace(right.replace('\'', '"'), wrong.replace('\'', '"'));

    ResponseEntity<JsonNode> answer = post(ACTIVATIONS, ApiCaller.newKey(), body);

    assertThat(answer.getStatusCode().value()).as(body).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(StreamSupport.stream(answer.getBody().get("errors").spliterator(), false))
        .anySatisfy(
            error -> {
              assertThat(error.get("field").asText()).isEqualTo(field);
              assertThat(error.get("remedy").asText()).isNotBlank();
            });
  }

  @Test
  void somebodyWhomNobodyHasSeenIsAskedToComeAgain() {
    ResponseEntity<JsonNode> answer =
        post(ACTIVATIONS, ApiCaller.newKey(), activation().replace(customerId, "C-NEVER-SEEN"));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getBody().get("detail").asText()).contains("again");
  }

  @Test
  void aCommandNeedsAKey() {
    ResponseEntity<JsonNode> answer = post(UPGRADES, null, upgrade());
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void aCustomerOrdersAndSeesForThemselvesOnly() {
    ApiCaller bearer = ApiCaller.customer(http, customerId);
    ResponseEntity<JsonNode> own = bearer.post(ACTIVATIONS, activation());
    assertThat(own.getStatusCode().value()).isEqualTo(201);
    String theirs = ACTIVATIONS + "/" + own.getBody().get("caseNumber").asText();
    JsonNode seen = bearer.get(theirs).getBody();
    assertThat(seen.get("planCode").asText()).isEqualTo("CARE-BASIC");
    assertThat(seen.get("parts")).isEmpty();
    assertThat(bearer.get(theirs.replace("activations", "upgrades")).getStatusCode().value())
        .as("an activation is no upgrade")
        .isEqualTo(404);

    String other = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    SeenCustomers.add(jdbc, other);
    ApiCaller stranger = ApiCaller.customer(http, other);
    assertThat(stranger.post(ACTIVATIONS, activation()).getStatusCode().value()).isEqualTo(422);
    assertThat(stranger.get(theirs).getStatusCode().value()).isEqualTo(404);
  }

  private ResponseEntity<JsonNode> post(String path, String key, String body) {
    return ApiCaller.staff(http, "frida").post(path, key, body);
  }
}
