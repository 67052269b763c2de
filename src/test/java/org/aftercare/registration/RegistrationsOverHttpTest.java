package org.aftercare.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.cases.Cases;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API of registrations over HTTP while none of the other systems is there. */
@WebTest
class RegistrationsOverHttpTest {

  private static final String PATH = "/api/registrations";
  private static final String SHARE = PATH + "/share?from=2026-01&until=2026-12";
  private static final String PASSWORD = "Kylskap-2026";
  private static final String MANAGER = "petra";

  private static final String STORED =
      """
      insert into customer (
        customer_id, name, language, country, street, postal_code, city, address_country,
        register_name, register_language, register_street, register_postal_code, register_city,
        register_country, registered_at)
      values (
        ?, 'N', 'sv', 'SE', 'S', '1', 'C', 'SE', 'N', 'sv', 'S', '1', 'C', 'SE', current_timestamp)
      """;

  @Autowired private TestRestTemplate http;
  @Autowired private RuntimeService runtime;
  @Autowired private Cases cases;
  @Autowired private JdbcClient jdbc;

  private String customerId;

  /** One whom we have seen before: nobody answers for the register. */
  @BeforeEach
  void newCustomer() {
    customerId = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    jdbc.sql(STORED).param(customerId).update();
  }

  private String body() {
    return """
        {"customerId": "%s", "serialNumber": "S-%s", "purchasedOn": "2026-01-31"}"""
        .formatted(customerId, customerId);
  }

  @Test
  void aRegistrationIsTakenInOnceHoweverOftenItIsSent() {
    String key = UUID.randomUUID().toString();
    ResponseEntity<JsonNode> first = post(key, body());

    assertThat(first.getStatusCode().value()).as("%s", first.getBody()).isEqualTo(201);
    assertThat(post(key, body()).getStatusCode().value()).as("the same key").isEqualTo(201);
    ResponseEntity<JsonNode> again = post(UUID.randomUUID().toString(), body());
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

    ResponseEntity<JsonNode> answer = post(UUID.randomUUID().toString(), body);

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
    assertThat(post(UUID.randomUUID().toString(), stranger).getStatusCode().value()).isEqualTo(503);
  }

  @Test
  void aCommandNeedsAKey() {
    ResponseEntity<JsonNode> answer =
        http.exchange(staff(HttpMethod.POST, PATH).body(body()), JsonNode.class);
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void whoRegisteredIsTakenFromTheLogin() {
    String bearer = "Bearer " + token(customerId);
    String own = as(bearer, body()).getBody().get("caseNumber").asText();
    assertThat(get(PATH + "/" + own, bearer).getBody().get("doneBy").asText())
        .isEqualTo("CUSTOMER");
    assertThat(as(bearer, partners(body())).getStatusCode().value())
        .as("a customer is no partner")
        .isEqualTo(422);
    String other =
        post(UUID.randomUUID().toString(), partners(body().replace("S-", "T-")))
            .getBody()
            .get("caseNumber")
            .asText();
    assertThat(get(PATH + "/" + other, bearer).getBody().get("doneBy").asText())
        .isEqualTo("PARTNER");
  }

  private static String partners(String body) {
    return body.replace("}", ", \"fromPartner\": true}");
  }

  @Test
  void aCustomerRegistersAndSeesForThemselvesOnly() {
    String bearer = "Bearer " + token(customerId);
    String theirs = PATH + "/" + as(bearer, body()).getBody().get("caseNumber").asText();
    String other = "C-" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    jdbc.sql(STORED).param(other).update();
    String stranger = "Bearer " + token(other);

    assertThat(as(stranger, body()).getStatusCode().value()).isEqualTo(422);
    assertThat(get(theirs, stranger).getStatusCode().value()).isEqualTo(404);
    assertThat(get(SHARE, bearer).getStatusCode().value()).isEqualTo(403);
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
    return http.exchange(
        RequestEntity.get(URI.create(http.getRootUri() + path))
            .headers(headers -> headers.setBasicAuth(MANAGER, PASSWORD))
            .build(),
        JsonNode.class);
  }

  private ResponseEntity<JsonNode> post(String key, String body) {
    return http.exchange(
        staff(HttpMethod.POST, PATH).header(IdempotentCommands.HEADER, key).body(body),
        JsonNode.class);
  }

  private ResponseEntity<JsonNode> as(String bearer, String body) {
    return http.exchange(
        RequestEntity.post(PATH)
            .contentType(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.AUTHORIZATION, bearer)
            .header(IdempotentCommands.HEADER, UUID.randomUUID().toString())
            .body(body),
        JsonNode.class);
  }

  private ResponseEntity<JsonNode> get(String path, String bearer) {
    return http.exchange(
        RequestEntity.get(URI.create(http.getRootUri() + path))
            .header(HttpHeaders.AUTHORIZATION, bearer)
            .build(),
        JsonNode.class);
  }

  private String token(String of) {
    return http.postForObject("/api/demo/tokens", Map.of("customerId", of), JsonNode.class)
        .get("token")
        .asText();
  }

  private RequestEntity.BodyBuilder staff(HttpMethod method, String path) {
    return RequestEntity.method(method, path)
        .contentType(MediaType.APPLICATION_JSON)
        .headers(headers -> headers.setBasicAuth("frida", PASSWORD));
  }
}
