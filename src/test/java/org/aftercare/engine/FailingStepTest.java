package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A remote step of a real process: failures, incidents, what operations sees and does. */
@EngineTest
class FailingStepTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Partner partner;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired IdentityService identity;
  @Autowired JdbcClient jdbc;

  private final String caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 9);

  @BeforeEach
  void freshPartner() {
    TestModels.deploy(repository);
    partner.reset();
  }

  @AfterEach
  void nothingFailsAnyMore() {
    partner.works();
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .forEach(process -> runtime.deleteProcessInstance(process.getId(), "test over"));
  }

  @Test
  void aStepThatWorksIsDoneAtOnce() {
    start();

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void aPassingFailureIsRetriedAndDoneOnce() {
    partner.failsAfter(Unavailable::new);
    start();
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.calls()).isNotEmpty());
    partner.works();

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(partner.effects()).isEqualTo(1);
    assertThat(partner.calls()).hasSize(1);
  }

  @Test
  void aLastingFailureIsAnIncidentThatNamesSystemStepAndRemedyButNoPerson() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();

    Incident incident = incident(process);
    assertThat(incident.getIncidentMessage())
        .contains("parts does not answer")
        .contains("Reserve part")
        .contains("retries");
    // The exception itself talks of a person.
    String everything = everythingWrittenBy(process);
    assertThat(everything).contains("parts does not answer").doesNotContain("Astrid");
  }

  @Test
  void theIncidentIsOneTaskForOperations() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();

    Incident incident = incident(process);
    Task task = task(incident);
    assertThat(task.getName())
        .isEqualTo("Restart \"Reserve part\" of " + caseNumber + ": parts does not answer");
    assertThat(task.getDescription()).contains("/process-instance/" + process.getId());
    assertThat(task.getPriority()).isEqualTo(90);
    assertThat(task.getDueDate()).isAfter(new java.util.Date());
    assertThat(tasks.createTaskQuery().taskCandidateGroup("operations").list())
        .extracting(Task::getId)
        .contains(task.getId());
    assertThat(tasks.getVariableLocal(task.getId(), "caseNumber")).isEqualTo(caseNumber);
    assertThat(tasksOfCase()).hasSize(1);
  }

  @Test
  void aRetryInCockpitFinishesTheCaseAndTakesTheTaskAway() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();
    Incident incident = incident(process);
    partner.works();

    management.setJobRetries(incident.getConfiguration(), 1);

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(tasksOfCase()).isEmpty();
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void whoeverOfOperationsCompletesTheTaskRestartsTheStep() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();
    Incident incident = incident(process);
    partner.works();

    identity.setAuthentication("olof", List.of("operations"));
    try {
      tasks.complete(task(incident).getId());
    } finally {
      identity.clearAuthentication();
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(tasksOfCase()).isEmpty();
    assertThat(runtime.createIncidentQuery().incidentId(incident.getId()).count()).isZero();
  }

  @Test
  void aCallThatWasSparedCostsNoTry() {
    partner.failsBefore(Spared::new);
    ProcessInstance process = start();
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.questions()).hasSizeGreaterThan(5));

    assertThat(runtime.createIncidentQuery().processInstanceId(process.getId()).count()).isZero();
    partner.works();

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void onlyAFaultThatPassesUsesUpALongCycle() {
    partner.failsBefore(Passing::new);
    ProcessInstance process =
        runtime.startProcessInstanceByKey(
            TestModels.PATIENT_STEP, caseNumber, Map.of("country", "SE"));
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.questions()).hasSizeGreaterThan(5));
    assertThat(runtime.createIncidentQuery().processInstanceId(process.getId()).count()).isZero();

    partner.failsBefore(Unavailable::new);

    assertThat(incident(process).getIncidentMessage()).contains("parts does not answer");
    assertThat(partner.questions()).as("far fewer than the cycle has").hasSizeLessThan(100);
  }

  @Test
  void aRestartThatFailsAgainIsANewIncidentWithANewTask() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();
    Incident first = incident(process);

    tasks.complete(task(first).getId());

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(incident(process).getId()).isNotEqualTo(first.getId()));
    assertThat(tasksOfCase()).hasSize(1);
  }

  @Test
  void aCancelledCaseTakesItsTaskAlong() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();
    incident(process);

    runtime.deleteProcessInstance(process.getId(), "cancelled");

    assertThat(tasksOfCase()).isEmpty();
  }

  @Test
  void aStepThatKeepsKillingTheProcessIsAnIncidentWithoutFurtherTries() {
    ProcessInstance process = startWithStep(3, Duration.ofSeconds(-1));

    Incident incident = incident(process);

    assertThat(incident.getIncidentMessage()).contains("started 3 times").contains("Reserve part");
    assertThat(partner.calls()).isEmpty();
    Job job = management.createJobQuery().processInstanceId(process.getId()).singleResult();
    assertThat(job.getRetries()).isZero();

    management.setJobRetries(job.getId(), 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void aStepThatAnotherNodeIsAtWaitsWithoutLosingATry() {
    ProcessInstance process = startWithStep(1, Duration.ofSeconds(3));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Job job =
                  management.createJobQuery().processInstanceId(process.getId()).singleResult();
              assertThat(job.getDuedate()).isNotNull();
              assertThat(job.getRetries()).isEqualTo(3);
            });
    assertThat(partner.calls()).isEmpty();

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());
    assertThat(partner.questions()).hasSize(1);
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void theHistoryKnowsTheWayAndTheFailureButNoVariables() {
    partner.failsAfter(Unavailable::new);
    ProcessInstance process = start();
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.calls()).isNotEmpty());
    partner.works();
    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isTrue());

    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId())
                .activityId("ReservePart")
                .count())
        .isEqualTo(1);
    assertThat(
            history
                .createHistoricJobLogQuery()
                .processInstanceId(process.getId())
                .failureLog()
                .count())
        .isPositive();
    assertThat(
            history
                .createHistoricJobLogQuery()
                .processInstanceId(process.getId())
                .creationLog()
                .count())
        .isZero();
    for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_HI_DECINST")) {
      assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
  }

  private ProcessInstance start() {
    return runtime.startProcessInstanceByKey(
        TestModels.REMOTE_STEP, caseNumber, Map.of("country", "SE"));
  }

  /** Starts the process with the step's row as a killed or another node leaves it. */
  private ProcessInstance startWithStep(int lostStarts, Duration holdLeft) {
    management.suspendJobDefinitionByProcessDefinitionKey(TestModels.REMOTE_STEP);
    try {
      ProcessInstance process = start();
      OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
      jdbc.sql(
              """
              insert into remote_call
                (idempotency_key, step, activity_id, state, lost_starts, claim, claimed_until,
                first_at, last_at)
              values (:key, :step, 'ReservePart', 'STARTED', :lost, 'gone', :until, :now, :now)
              """)
          .param("key", process.getId() + ":ReservePart:1")
          .param("step", process.getId() + ":ReservePart")
          .param("lost", lostStarts)
          .param("until", now.plus(holdLeft))
          .param("now", now)
          .update();
      return process;
    } finally {
      management.activateJobDefinitionByProcessDefinitionKey(TestModels.REMOTE_STEP, true);
    }
  }

  private Incident incident(ProcessInstance process) {
    return await()
        .atMost(SOON)
        .until(
            () -> runtime.createIncidentQuery().processInstanceId(process.getId()).singleResult(),
            found -> found != null);
  }

  private Task task(Incident incident) {
    return tasks.createTaskQuery().taskId("incident-" + incident.getId()).singleResult();
  }

  private List<Task> tasksOfCase() {
    return tasks.createTaskQuery().taskNameLike("%" + caseNumber + "%").list();
  }

  private boolean ended() {
    return history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(caseNumber)
            .finished()
            .count()
        == 1;
  }

  /** Messages and stack traces, as Cockpit and the log of failed jobs show them. */
  private String everythingWrittenBy(ProcessInstance process) {
    StringBuilder text = new StringBuilder();
    management
        .createJobQuery()
        .processInstanceId(process.getId())
        .list()
        .forEach(
            job ->
                text.append(job.getExceptionMessage())
                    .append(management.getJobExceptionStacktrace(job.getId())));
    history
        .createHistoricJobLogQuery()
        .processInstanceId(process.getId())
        .list()
        .forEach(
            log ->
                text.append(log.getJobExceptionMessage())
                    .append(history.getHistoricJobLogExceptionStacktrace(log.getId())));
    history
        .createHistoricIncidentQuery()
        .processInstanceId(process.getId())
        .list()
        .forEach(incident -> text.append(incident.getIncidentMessage()));
    return text.toString();
  }

  private static final class Passing extends RuntimeException implements PassingFault {}

  /** What a circuit breaker does: the partner is not called for some moments. */
  private static final class Spared extends RuntimeException implements SparedCall {

    @Override
    public Duration again() {
      return Duration.ofMillis(50);
    }
  }
}
