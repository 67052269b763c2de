package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aftercare.sandbox.SandboxServer;
import org.aftercare.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product while partners, networks and callers misbehave. */
@TestDatabase
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"aftercare.sandbox.enabled=false", "management.server.port=0"})
class FaultsTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int AT_ONCE = 50;
  private static final SandboxServer SANDBOX =
      SandboxServer.start(
          Map.of(
              "aftercare.sandbox.port",
              0,
              "aftercare.sandbox.smtp-port",
              0,
              "aftercare.sandbox.database",
              "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"));

  @LocalServerPort private int port;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  private PlayedCompany company;

  @DynamicPropertySource
  static void sandbox(DynamicPropertyRegistry properties) {
    properties.add("aftercare.sandbox.url", SANDBOX::url);
    properties.add("spring.mail.port", SANDBOX::smtpPort);
  }

  @BeforeEach
  void enter() {
    company = new PlayedCompany(SANDBOX, "http://localhost:" + port);
  }

  @AfterEach
  void heal() {
    company.heal();
  }

  @AfterAll
  static void stopSandbox() {
    SANDBOX.close();
  }

  /** The partner has done it each time; what fails is how it says so. Slow is ten time limits. */
  @ParameterizedTest
  @CsvSource({"drop, O-50002", "garbage, O-50003", "slow, O-50004"})
  void anAnswerThatIsLostWrongOrTooLateLeavesOneEffect(String mode, String orderNumber) {
    company.fault(
        "parts", Map.of("mode", mode, "path", "/reservations", "times", 1, "delayMillis", 30_000));

    String caseNumber = company.post(orderNumber, "NOT_COOLING");
    playToTheEnd(caseNumber);

    assertThat(company.caseOf(caseNumber).path("outcome").asText()).isEqualTo("REPAIRED");
    assertRepairedOnce(caseNumber);
    // It was asked for the first answer instead of being told to do it again.
    assertThat(company.effects(caseNumber))
        .filteredOn(effect -> effect.operation().equals("reserve-part"))
        .singleElement()
        .extracting(PlayedCompany.Effect::requests)
        .isEqualTo(1);
  }

  @Test
  void aSystemThatIsOffBecomesAnIncidentForOperationsAndThenGoesOn() {
    company.fault("parts", Map.of("mode", "off", "path", "/reservations"));
    String caseNumber = company.post("O-50039", "NOT_COOLING");

    Incident incident =
        Awaitility.await()
            .atMost(LONG)
            .until(
                () -> {
                  company.play(caseNumber);
                  triesAreDue(caseNumber);
                  return incident(caseNumber);
                },
                found -> found != null);
    assertThat(incident.getIncidentMessage()).contains("Reserve the part");
    Task task =
        tasks
            .createTaskQuery()
            .taskCandidateGroup("operations")
            .taskNameLike("%" + caseNumber + "%")
            .singleResult();
    assertThat(task.getName()).contains("Reserve the part");
    assertThat(company.effects(caseNumber)).isEmpty();

    company.heal();
    management.setJobRetries(incident.getConfiguration(), 1);
    playToTheEnd(caseNumber);

    assertRepairedOnce(caseNumber);
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
  }

  @Test
  void fiftyTimesTheSameAtOnceIsOneCase() throws Exception {
    Map<String, Object> claim = company.claim("O-50013", "NOT_COOLING");
    String key = UUID.randomUUID().toString();
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    List<ResponseEntity<JsonNode>> answers = new ArrayList<>();
    try {
      List<Future<ResponseEntity<JsonNode>>> asked = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        asked.add(callers.submit(() -> company.command("/api/warranty-claims", key, claim)));
      }
      for (Future<ResponseEntity<JsonNode>> answer : asked) {
        answers.add(answer.get(3, TimeUnit.MINUTES));
      }
    } finally {
      callers.shutdownNow();
    }

    assertThat(answers).allMatch(answer -> answer.getStatusCode().value() == 201);
    assertThat(answers)
        .extracting(answer -> answer.getBody().path("caseNumber").asText())
        .containsOnly(answers.get(0).getBody().path("caseNumber").asText());
    assertThat(company.casesOf(claim.get("customerId"))).hasSize(1);
  }

  @Test
  void aCallbackThatComesBeforeItIsAwaitedAndTwiceIsUsedOnce() {
    // The carrier has the parcel and delivers it while its answer is still on the way.
    company.fault("shipping", Map.of("mode", "slow", "path", "/shipments", "delayMillis", 2_500));
    String caseNumber = company.post("O-50009", "NO_POWER");
    JsonNode shipment =
        Awaitility.await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> company.open("shipments", caseNumber), found -> !found.isEmpty())
            .get(0);
    company.event(
        "shipment.delivered", shipment.path("shipmentId").asText(), Map.of("twice", true));

    Awaitility.await().atMost(LONG).until(() -> company.closed(caseNumber));
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "orders order-replacement", "shipping ship", "accounting recover", "crm file-outcome");
  }

  private void playToTheEnd(String caseNumber) {
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              company.play(caseNumber);
              return company.closed(caseNumber);
            });
  }

  private void assertRepairedOnce(String caseNumber) {
    assertThat(company.effects(caseNumber))
        .extracting(PlayedCompany.Effect::toString)
        .containsExactlyInAnyOrder(
            "parts reserve-part",
            "booking book-visit",
            "contracts extend-guarantee",
            "accounting recover",
            "crm file-outcome");
  }

  /** What waits for its next try is tried now. */
  private void triesAreDue(String caseNumber) {
    for (String process : processes(caseNumber)) {
      for (Job job :
          management
              .createJobQuery()
              .processInstanceId(process)
              .withException()
              .withRetriesLeft()
              .list()) {
        management.setJobDuedate(job.getId(), new Date());
      }
    }
  }

  private Incident incident(String caseNumber) {
    return processes(caseNumber).stream()
        .map(
            process ->
                runtime
                    .createIncidentQuery()
                    .processInstanceId(process)
                    .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                    .list())
        .flatMap(List::stream)
        .filter(found -> found.getConfiguration() != null)
        .findFirst()
        .orElse(null);
  }

  private List<String> processes(String caseNumber) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .map(process -> process.getId())
        .toList();
  }
}
