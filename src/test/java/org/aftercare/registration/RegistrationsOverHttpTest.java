package org.aftercare.registration;

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

/** The API of registrations over HTTP while none of the other systems is there. */
@WebTest
class RegistrationsOverHttpTest {

  private static final String PATH = "/api/registrations";
  private static final String SHARE = PATH + "/share?from=2026-01&until=2026-12";
  private static final String MANAGER = "petra";

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

  private String body() {
    return """
        {"customerId": "%s", "serialNumber": "S-%s", "purchasedOn": "2026-01-31"}"""
        .formatted(customerId, customerId);
  }

  @Test
  void aRegistrationIsTakenInOnceHoweverOftenItIsSent() {
    String key = ApiCaller.newKey();
    ResponseEntity<JsonNode> first = post(key, body());

    assertThat(first.getStatusCode().value()).as("%s", first.getBody()).isEqualTo(201);
    assertThat(post(key, body()).getStatusCode().value()).as("the same key").isEqualTo(201);
    ResponseEntity<JsonNode> again = post(ApiCaller.newKey(), body());
    assertThat(again.getStatusCode().value()).as("the same item").isEqualTo(200);
    assertThat(again.getBody().get("caseNumber")).isEqualTo(first.getBody().get("caseNumber"));
    assertThat(cases.search(customerId, null, 0, 10).total()).isEqualTo(1);
    assertThat(first.getBody().get("caseNumber").asText()).startsWith("P-");
    assertThat(runtime.createVariableInstanceQuery().list())
        .extracting(VariableInstance::getValue)
        .doesNotContain(customerId);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'purchasedOn': '2026-01-31'|'purchasedOn': '2999-01-01'|422|/purchasedOn",
        "'purchasedOn': '2026-01-31'|'purchasedOn': '1999-12-31'|422|/purchasedOn",
        "'purchasedOn': '2026-01-31'|'purchasedOn': null|422|/purchasedOn",
        "'purchasedOn': '2026-01-31'|'purchasedOn': '31.1.2026'|400|/purchasedOn",
        "'purchasedOn': '2026-01-31'|'orderNumber': '../x'|422|/orderNumber",
        "'purchasedOn': '2026-01-31'|'orderNumber': 'O-1', 'doneBy': 'STAFF'|400|/doneBy",
        "'purchasedOn': '2026-01-31'|'orderNumber': 'O-1', 'fromPartner': 'yes'|400|/fromPartner"
      })
  void whatIsWrongIsNamed(String right, String wrong, int status, String field) {
    String body = body().replace(right.replace('\'', '"'), wrong.replace('\'', '"'));

    ResponseEntity<JsonNode> answer = post(ApiCaller.newKey(), body);

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
    String stranger = body().replace(customerId, "C-NEVER-SEEN");
    assertThat(post(ApiCaller.newKey(), stranger).getStatusCode().value()).isEqualTo(503);
  }

  @Test
  void aCommandNeedsAKey() {
    ResponseEntity<JsonNode> answer = post(null, body());
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void whoRegisteredIsTakenFromTheLogin() {
    ApiCaller bearer = ApiCaller.customer(http, customerId);
    String own = bearer.post(PATH, body()).getBody().get("caseNumber").asText();
    assertThat(bearer.get(PATH + "/" + own).getBody().get("doneBy").asText()).isEqualTo("CUSTOMER");
    assertThat(bearer.post(PATH, partners(body())).getStatusCode().value())
        .as("a customer is no partner")
        .isEqualTo(422);
    String other =
        post(ApiCaller.newKey(), partners(body().replace("S-", "T-")))
            .getBody()
            .get("caseNumber")
            .asText();
    assertThat(bearer.get(PATH + "/" + other).getBody().get("doneBy").asText())
        .isEqualTo("PARTNER");
  }

  private static String partners(String body) {
    return body.replace("}", ", \"fromPartner\": true}");
  }

  @Test
  void aCustomerRegistersAndSeesForThemselvesOnly() {
    ApiCaller bearer = ApiCaller.customer(http, customerId);
    String theirs = PATH + "/" + bearer.post(PATH, body()).getBody().get("caseNumber").asText();
    String other = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    SeenCustomers.add(jdbc, other);
    ApiCaller stranger = ApiCaller.customer(http, other);

    assertThat(stranger.post(PATH, body()).getStatusCode().value()).isEqualTo(422);
    assertThat(stranger.get(theirs).getStatusCode().value()).isEqualTo(404);
    assertThat(bearer.get(SHARE).getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void managersReadWhoRegisters() {
    ResponseEntity<JsonNode> share = manager(SHARE);
    assertThat(share.getStatusCode().value()).as("%s", share.getBody()).isEqualTo(200);
    assertThat(share.getBody().get("months").isArray()).isTrue();
    assertThat(manager(PATH + "/share?from=2026-13&until=2026-12").getStatusCode().value())
        .isEqualTo(422);
    assertThat(manager(PATH + "/share?from=2026-12&until=2026-11").getStatusCode().value())
        .isEqualTo(422);
    assertThat(manager(PATH + "/share").getStatusCode().value()).isEqualTo(400);
  }

  private ResponseEntity<JsonNode> manager(String path) {
    return ApiCaller.staff(http, MANAGER).get(path);
  }

  private ResponseEntity<JsonNode> post(String key, String body) {
    return ApiCaller.staff(http, "frida").post(PATH, key, body);
  }
}
