package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.aftercare.sandbox.SandboxServer;
import org.aftercare.testing.Browser;
import org.aftercare.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestTemplate;

/**
 * The broken refrigerator as its people live it: posted over HTTP, worked on in Tasklist in a real
 * browser, told by real mail, with the sandbox's systems over HTTP.
 */
@TestDatabase
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"aftercare.sandbox.enabled=false", "management.server.port=0"})
class RefrigeratorTest {

  private static final String PASSWORD = "Kylskap-2026";
  private static final SandboxServer SANDBOX =
      SandboxServer.start(
          Map.of(
              "aftercare.sandbox.port", 0,
              "aftercare.sandbox.smtp-port", 0,
              "aftercare.sandbox.database", "jdbc:h2:mem:" + UUID.randomUUID()));

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate http;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;

  @DynamicPropertySource
  static void sandbox(DynamicPropertyRegistry properties) {
    properties.add("aftercare.sandbox.url", SANDBOX::url);
    properties.add("spring.mail.port", SANDBOX::smtpPort);
  }

  @AfterAll
  static void stopSandbox() {
    SANDBOX.close();
  }

  @Test
  void fromTheMessageToTheClosedCase() {
    String caseNumber = postClaim();
    try (Browser browser = Browser.open("en-GB", new Dimension(1600, 1000))) {
      workOn(browser, "klara", task("ApproveRemedy", caseNumber), "Approved");
      workOn(browser, "tekla", task("RecordVisit", caseNumber), "Repaired");
    }

    awaitQuestion(caseNumber, "REPAIR_WORKS");
    answer(caseNumber, "REPAIR_WORKS", "YES");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> caseOf(caseNumber).path("status").asText(), "CLOSED"::equals);
    assertThat(caseOf(caseNumber).path("outcome").asText()).isEqualTo("REPAIRED");
    assertThat(management.createJobQuery().withException().count()).isZero();

    assertThat(effects(caseNumber))
        .containsExactlyInAnyOrder(
            "parts reserve-part",
            "booking book-visit",
            "contracts extend-guarantee",
            "accounting recover",
            "crm file-outcome");
    assertThat(timeline(caseNumber)).contains("Vi har tagit emot ditt ärende.");
  }

  private String postClaim() {
    ResponseEntity<JsonNode> answer =
        command(
            "/api/warranty-claims",
            Map.of(
                "customerId", "C-1001",
                "orderNumber", "O-50001",
                "serialNumber", "NK-RF-300-0001",
                "symptom", "NOT_COOLING",
                "description", "It has not cooled since Sunday.",
                "noticedOn", LocalDate.now(ZoneOffset.UTC).minusDays(1)));
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    return answer.getBody().path("caseNumber").asText();
  }

  private Task task(String key, String caseNumber) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                tasks
                    .createTaskQuery()
                    .taskDefinitionKey(key)
                    .processInstanceBusinessKey(caseNumber)
                    .singleResult(),
            task -> task != null);
  }

  /** Reads the Case tab, claims the task, chooses an answer of its form and completes it. */
  private void workOn(Browser browser, String userId, Task task, String choice) {
    String tasklist = "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
    browser.driver().manage().deleteAllCookies();
    browser.logIn(tasklist, userId, PASSWORD);
    browser.driver().get(tasklist + "#/?task=" + task.getId() + "&detailsTab=aftercare-case");
    assertThat(browser.visible(By.cssSelector(".aftercare-case")).isDisplayed()).isTrue();
    browser
        .await()
        .until(
            driver ->
                driver
                    .findElement(By.cssSelector(".aftercare-case"))
                    .getText()
                    .contains("Astrid Lindqvist"));
    browser.picture("case-" + task.getTaskDefinitionKey());
    browser.click(By.xpath("//button[contains(., 'Claim')]"));
    browser.click(By.cssSelector(".nav-tabs li:first-child a"));
    browser.click(By.xpath("//label[contains(normalize-space(.), '" + choice + "')]"));
    browser.picture("form-" + task.getTaskDefinitionKey());
    browser.click(By.xpath("//button[contains(., 'Complete')]"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
  }

  private void awaitQuestion(String caseNumber, String question) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> caseOf(caseNumber).path("openQuestions").toString().contains(question));
  }

  private void answer(String caseNumber, String question, String answer) {
    assertThat(
            command(
                    "/api/cases/" + caseNumber + "/answers",
                    Map.of("question", question, "answer", answer))
                .getStatusCode()
                .is2xxSuccessful())
        .isTrue();
  }

  private ResponseEntity<JsonNode> command(String path, Map<String, Object> body) {
    HttpHeaders headers = frida();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set("Idempotency-Key", UUID.randomUUID().toString());
    return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  private JsonNode caseOf(String caseNumber) {
    return http.exchange(
            "/api/cases/" + caseNumber, HttpMethod.GET, new HttpEntity<>(frida()), JsonNode.class)
        .getBody();
  }

  private List<String> timeline(String caseNumber) {
    return StreamSupport.stream(caseOf(caseNumber).path("timeline").spliterator(), false)
        .map(entry -> entry.path("text").asText())
        .toList();
  }

  /** What the other systems were made to do, without the messages to people and partners. */
  private List<String> effects(String caseNumber) {
    JsonNode ledger =
        new RestTemplate()
            .getForObject(SANDBOX.url() + "/ledger?caseNumber=" + caseNumber, JsonNode.class);
    return StreamSupport.stream(ledger.spliterator(), false)
        .filter(entry -> !entry.path("operation").asText().equals("send-message"))
        .map(entry -> entry.path("system").asText() + " " + entry.path("operation").asText())
        .toList();
  }

  private static HttpHeaders frida() {
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth("frida", PASSWORD, StandardCharsets.UTF_8);
    return headers;
  }
}
