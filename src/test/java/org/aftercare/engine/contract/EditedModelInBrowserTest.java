package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.aftercare.testing.Browser;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A modeler changes a model. A browser sends what Camunda Modeler's deploy and start buttons send,
 * since Modeler is a browser inside; what runs is looked at in Cockpit.
 */
@WebTest
class EditedModelInBrowserTest {

  private static final String PASSWORD = "Kylskap-2026";

  /** Modeler's request, field by field. */
  private static final String DEPLOY =
      """
      const [file, xml, login, done] = arguments;
      const form = new FormData();
      form.append('deployment-name', file.replace('.bpmn', ''));
      form.append('deployment-source', 'Camunda Modeler');
      form.append('enable-duplicate-filtering', 'true');
      form.append(file, new Blob([xml], { type: 'text/xml' }), file);
      fetch('/engine-rest/deployment/create', {
        method: 'POST', body: form,
        headers: { accept: 'application/json', authorization: 'Basic ' + btoa(login) }
      }).then(async answer => done(JSON.stringify({ status: answer.status, body: await answer.json() })))
        .catch(problem => done(JSON.stringify({ status: 0, body: String(problem) })));
      """;

  private static final String START =
      """
      const [definition, businessKey, login, done] = arguments;
      fetch('/engine-rest/process-definition/' + definition + '/start', {
        method: 'POST', body: JSON.stringify({ businessKey }),
        headers: { accept: 'application/json', 'content-type': 'application/json', authorization: 'Basic ' + btoa(login) }
      }).then(async answer => done(JSON.stringify({ status: answer.status, body: await answer.json() })))
        .catch(problem => done(JSON.stringify({ status: 0, body: String(problem) })));
      """;

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private RepositoryService repository;

  private Browser browser;
  private String deployment;

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (deployment != null) {
      repository.deleteDeployment(deployment, true, true, true);
    }
  }

  @Test
  void isRefusedWithWhatIsWrongThenMendedDeployedAndSeenRunning() throws IOException {
    String caseNumber = openCase();
    String model = handOver();
    browser = Browser.open("en-GB", new Dimension(1280, 1000));
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    browser.logIn(url("/camunda/app/tasklist/default/"), "admin", PASSWORD);
    long before = repository.createDeploymentQuery().count();

    String broken =
        model
            .replace("${notify}", "${notfy}")
            .replace("formRef=\"talk-to-customer\"", "formRef=\"talk-to-customers\"");
    JsonNode refusal = call(DEPLOY, "hand-over.bpmn", broken);
    assertThat(refusal.path("status").asInt()).isEqualTo(400);
    assertThat(refusal.path("body").path("message").asText())
        .contains("Nothing was deployed: 2 places are wrong")
        .contains("hand-over.bpmn: TellFrontOffice \"Tell the front office\"")
        .contains("There is no delegate bean notfy.")
        .contains("hand-over.bpmn: TalkToCustomer \"Talk to the customer\"")
        .contains("There is no form talk-to-customers.")
        .contains("Remedy:");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);

    String mended = model.replace("Talk to the customer", "Ring the customer");
    JsonNode answer = call(DEPLOY, "hand-over.bpmn", mended);
    assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
    deployment = answer.path("body").path("id").asText();
    JsonNode definition = answer.path("body").path("deployedProcessDefinitions").elements().next();
    assertThat(definition.path("version").asInt()).isEqualTo(2);

    JsonNode started = call(START, definition.path("id").asText(), caseNumber);
    assertThat(started.path("status").asInt()).as(started.toString()).isEqualTo(200);

    browser
        .driver()
        .get(
            url(
                "/camunda/app/cockpit/default/#/process-definition/%s/runtime"
                    .formatted(definition.path("id").asText())));
    browser.visible(By.xpath("//td[contains(., '%s')]".formatted(caseNumber)));
    assertThat(
            browser
                .visible(By.cssSelector("[data-element-id='TalkToCustomer'] .djs-visual"))
                .getText())
        .contains("Ring the");
    browser.picture("edited-model");
  }

  private JsonNode call(String script, String first, String second) throws IOException {
    Object answer = browser.driver().executeAsyncScript(script, first, second, "admin:" + PASSWORD);
    return new ObjectMapper().readTree((String) answer);
  }

  private String url(String path) {
    return "http://localhost:" + port + path;
  }

  private static String handOver() throws IOException {
    try (var stream =
        EditedModelInBrowserTest.class.getResourceAsStream("/bpmn/shared/hand-over.bpmn")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A customer's case, so that the model has something to run for. */
  private String openCase() {
    String customerId = "C-" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into customer
              (customer_id, name, email, phone, language, country, street, postal_code, city,
               address_country, register_name, register_language, register_street,
               register_postal_code, register_city, register_country, registered_at)
            values
              (:customerId, 'Astrid Lindqvist', 'astrid@example.org', '+46 70 000 00 01', 'sv',
               'SE', 'Storgatan 1', '111 22', 'Stockholm', 'SE', 'Astrid Lindqvist', 'sv',
               'Storgatan 1', '111 22', 'Stockholm', 'SE', current_timestamp)
            """)
        .param("customerId", customerId)
        .update();
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth("frida", PASSWORD);
    headers.set("Idempotency-Key", UUID.randomUUID().toString());
    ResponseEntity<JsonNode> answer =
        http.postForEntity(
            "/api/warranty-claims",
            new HttpEntity<>(
                Map.of(
                    "customerId", customerId,
                    "orderNumber", "O-50001",
                    "serialNumber", "NK-RF-300-0001",
                    "symptom", "NOT_COOLING",
                    "description", "Det kyler inte.",
                    "noticedOn", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()),
                headers),
            JsonNode.class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    return answer.getBody().path("caseNumber").asText();
  }
}
