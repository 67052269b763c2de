package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that would end a step of which nobody knows what it has done elsewhere. */
@EngineTest
class StepsUnderWayTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Partner partner;
  @Autowired Inbox inbox;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  private final String caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 9);

  @BeforeEach
  void freshPartner() {
    TestModels.deploy(repository);
    partner.reset();
  }

  @AfterEach
  void nothingIsLeft() {
    partner.works();
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .forEach(process -> runtime.deleteProcessInstance(process.getId(), "test over"));
    jdbc.sql("delete from inbox_message where case_number = :c").param("c", caseNumber).update();
  }

  @Test
  void aMessageThatWouldCutItOffWaitsUntilTheStepIsDone() {
    partner.failsBefore(Unavailable::new);
    ProcessInstance process = start();
    Incident incident = incident(process);

    send("Cancelled");
    send("Noted");
    await().atMost(SOON).untilAsserted(() -> assertThat(state("Noted")).isEqualTo("DELIVERED"));
    await().atMost(SOON).untilAsserted(() -> assertThat(problem()).isEqualTo("STEP_STOPPED"));
    assertThat(state("Cancelled")).isEqualTo("WAITING");

    partner.works();
    management.setJobRetries(incident.getConfiguration(), 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(ended(process)).isTrue());
    assertThat(state("Cancelled")).isEqualTo("DELIVERED");
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void aStepThatHasNotBegunIsCutOffAtOnce() {
    management.suspendJobDefinitionByProcessDefinitionKey(TestModels.CANCELLABLE, true);
    try {
      ProcessInstance process = start();

      send("Cancelled");

      await().atMost(SOON).untilAsserted(() -> assertThat(ended(process)).isTrue());
      assertThat(partner.calls()).isEmpty();
    } finally {
      management.activateJobDefinitionByProcessDefinitionKey(TestModels.CANCELLABLE, true);
    }
  }

  private ProcessInstance start() {
    return runtime.startProcessInstanceByKey(
        TestModels.CANCELLABLE, caseNumber, Map.of("country", "SE"));
  }

  private void send(String name) {
    inbox.accept(
        new InboundMessage("customer", caseNumber + "-" + name, name, caseNumber, Map.of()));
  }

  private Incident incident(ProcessInstance process) {
    return await()
        .atMost(SOON)
        .until(
            () -> runtime.createIncidentQuery().processInstanceId(process.getId()).singleResult(),
            found -> found != null);
  }

  private boolean ended(ProcessInstance process) {
    return runtime.createProcessInstanceQuery().processInstanceId(process.getId()).count() == 0;
  }

  private String state(String name) {
    return column("state", name);
  }

  private String problem() {
    return column("problem", "Cancelled");
  }

  private String column(String column, String name) {
    return jdbc.sql("select " + column + " from inbox_message where message_id = :id")
        .param("id", caseNumber + "-" + name)
        .query((row, n) -> String.valueOf(row.getString(1)))
        .single();
  }
}
