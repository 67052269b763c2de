package org.aftercare.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aftercare.testing.ApiCaller;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operations reads and does about real cases that fail, stand still or have ended. */
@WebTest
class OperationsOverHttpTest {

  private static final String PATH = "/api/desk/operations/";
  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private RepositoryService repository;
  @Autowired private CircuitBreakerRegistry guards;
  @Autowired private IncidentRetries retries;

  private final List<String> caseNumbers = new ArrayList<>();
  private TroubledCases cases;
  private ApiCaller olof;

  @BeforeEach
  void beOlof() {
    olof = ApiCaller.staff(http, "olof");
    cases = new TroubledCases(http, jdbc, runtime, management, tasks, guards);
  }

  @AfterEach
  void clear() {
    cases.clear(caseNumbers);
  }

  private String failing() {
    return remembered(cases.failing());
  }

  private String stopped() {
    return remembered(cases.stopped());
  }

  private String remembered(String caseNumber) {
    caseNumbers.add(caseNumber);
    return caseNumber;
  }

  @Test
  void aStepThatFailsIsSeenBeforeItIsAnIncident() {
    String caseNumber = failing();

    JsonNode step =
        find(olof.get(PATH + "failing-steps?size=100").getBody().path("items"), caseNumber);

    assertThat(step.path("step").asText()).isEqualTo("Look up plan and customer");
    assertThat(step.path("process").asText()).isEqualTo("Check of an order");
    assertThat(step.path("cause").asText()).startsWith("billing");
    assertThat(step.path("retriesLeft").asInt()).isPositive();
    assertThat(step.path("nextTry").asText()).isNotBlank();
    assertThat(olof.get(PATH + "backlog").getBody().path("failingSteps").asInt()).isPositive();
  }

  @Test
  void incidentsWithOneCauseAreOneGroupAndSomeOrAllAreTriedAgain() {
    String first = stopped();
    String second = stopped();
    JsonNode group = groupOf(first);
    String groupId = group.path("groupId").asText();

    assertThat(group.path("step").asText()).isEqualTo("Look up plan and customer");
    assertThat(group.path("incidents").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(find(incidents(groupId), second).path("processInstanceId").asText()).isNotBlank();

    String picked = find(incidents(groupId), first).path("incidentId").asText();
    String key = ApiCaller.newKey();
    String body = "{\"incidentIds\": [\"%s\"]}".formatted(picked);
    ResponseEntity<JsonNode> answer = olof.post(PATH + "retries", key, body);
    assertThat(answer.getStatusCode().value()).isEqualTo(202);
    assertThat(olof.post(PATH + "retries", key, body).getBody()).isEqualTo(answer.getBody());
    await().atMost(SOON).until(() -> cases.failedJob(first).getRetries() == 1);
    assertThat(cases.failedJob(second).getRetries()).as("not picked").isZero();

    olof.post(PATH + "retries", "{\"groupId\": \"%s\"}".formatted(groupId));
    await().atMost(SOON).until(() -> cases.failedJob(second).getRetries() == 1);
    assertThat(olof.get(PATH + "incident-groups").getBody().toString()).doesNotContain(groupId);
    JsonNode last = olof.get(PATH + "retries").getBody().get(0);
    assertThat(last.path("underWay").asInt()).isPositive();
    assertThat(last.path("waiting").asInt()).isZero();
  }

  @Test
  void whoMayNotMendACaseDoesNotAndWhatIsGoneIsNotTried() {
    String jobId = cases.failedJob(stopped()).getId();
    IncidentRetries.Retry notAllowed = retries.ask("petra", List.of(jobId));
    IncidentRetries.Retry tooLate = retries.ask("olof", List.of("no-such-job"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(outcome(notAllowed).refused()).isEqualTo(1);
              assertThat(outcome(tooLate).gone()).isEqualTo(1);
            });
    assertThat(management.createJobQuery().jobId(jobId).singleResult().getRetries()).isZero();
  }

  private IncidentRetries.Retry outcome(IncidentRetries.Retry asked) {
    return retries.latest().stream()
        .filter(retry -> retry.retryId().equals(asked.retryId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCaseIsAllItsProcessInstancesAndNothingOfTheCustomer() {
    String caseNumber = failing();

    JsonNode instances = olof.get(PATH + "cases/" + caseNumber).getBody();

    assertThat(instances)
        .extracting(instance -> instance.path("processKey").asText())
        .contains("service-activation", "order-eligibility");
    assertThat(instances.toString()).doesNotContain("Astrid", "astrid", "Storgatan");
  }

  @Test
  void finishedInstancesAreFoundByCaseEndAndTimeAndShowTheirPath() {
    String caseNumber = failing();
    String done = cases.handedOver(caseNumber);
    String done2 = cases.handedOver(caseNumber);
    String dropped = cases.handOver(caseNumber);
    runtime.deleteProcessInstance(dropped, "test", false, true);
    String running = cases.handOver(caseNumber);
    String ofCase = finished() + "&caseNumber=" + caseNumber;

    assertThat(ids(ofCase)).containsExactly(dropped, done2, done);
    assertThat(ids(ofCase)).doesNotContain(running);
    assertThat(ids(ofCase + "&allVersions=true")).containsExactly(dropped, done2, done);
    assertThat(ids(ofCase + "&end=EXTERNALLY_TERMINATED")).containsExactly(dropped);
    JsonNode last = items(ofCase).get(1);
    assertThat(ids(ofCase + "&end=" + last.path("endId").asText())).containsExactly(done2, done);
    assertThat(ids(ofCase + "&end=NoSuchEnd")).isEmpty();
    assertThat(ids(ofCase + "&from=2020-01-01T00:00:00Z")).hasSize(3);
    assertThat(ids(ofCase + "&until=2020-01-01T00:00:00Z")).isEmpty();

    JsonNode path = olof.get(PATH + "instances/" + done + "/path").getBody();
    assertThat(path.path("steps"))
        .extracting(step -> step.path("step").asText())
        .contains("Talk to the customer")
        .endsWith(path.path("instance").path("end").asText());
    assertThat(path.path("steps").get(0).path("type").asText()).containsIgnoringCase("start");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    String caseNumber = failing();
    List<String> done =
        List.of(
            cases.handedOver(caseNumber),
            cases.handedOver(caseNumber),
            cases.handedOver(caseNumber));
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          olof.get(PATH + finished() + "&caseNumber=" + caseNumber + "&size=2" + after).getBody();
      page.path("items").forEach(item -> seen.add(item.path("processInstanceId").asText()));
      after = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
    } while (after != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(done);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backlog",
        "failing-steps",
        "incident-groups",
        "retries",
        "dead-letters",
        "undelivered-notices"
      })
  void theyAreForOperationsAlone(String page) {
    assertThat(olof.get(PATH + page).getStatusCode().value()).isEqualTo(200);
    assertThat(ApiCaller.staff(http, "klara").get(PATH + page).getStatusCode().value())
        .isEqualTo(403);
    assertThat(ApiCaller.nobody(http).get(PATH + page).getStatusCode().value()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                    | 422",
        "{\"groupId\": \"a\", \"incidentIds\": []} | 422",
        "{\"incidentIds\": []}                 | 422",
        "{\"groupId\": \"no-such-group\"}      | 404",
        "{\"incidentIds\": [\"no-such-id\"]}   | 404"
      })
  void aRequestThatCannotBeCarriedOutIsRefused(String body, int status) {
    assertThat(olof.post(PATH + "retries", body).getStatusCode().value()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "finished-instances?definition=no-such-thing, 404",
    "instances/no-such-thing/path, 404",
    "failing-steps?size=1000, 422",
    "incidents?group=no-such-group, 200"
  })
  void whatIsAskedWronglyIsSaid(String path, int status) {
    assertThat(olof.get(PATH + path).getStatusCode().value()).isEqualTo(status);
  }

  private String finished() {
    return "finished-instances?definition="
        + repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("hand-over")
            .latestVersion()
            .singleResult()
            .getId();
  }

  private JsonNode items(String query) {
    return olof.get(PATH + query).getBody().path("items");
  }

  private List<String> ids(String query) {
    return StreamSupport.stream(items(query).spliterator(), false)
        .map(item -> item.path("processInstanceId").asText())
        .toList();
  }

  private JsonNode incidents(String groupId) {
    return olof.get(PATH + "incidents?size=100&group=" + groupId).getBody();
  }

  private JsonNode groupOf(String caseNumber) {
    return StreamSupport.stream(olof.get(PATH + "incident-groups").getBody().spliterator(), false)
        .filter(group -> incidents(group.path("groupId").asText()).toString().contains(caseNumber))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode find(JsonNode rows, String caseNumber) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path("caseNumber").asText().equals(caseNumber))
        .findFirst()
        .orElseThrow();
  }
}
