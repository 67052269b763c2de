package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the engine tells of a case: its tasks, their teams, and what its processes wait for. */
@EngineTest
class CaseTasksTest {

  @Autowired private CaseTasks caseTasks;
  @Autowired private AwaitedMessages awaited;
  @Autowired private StaffTasks staffTasks;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private TransactionTemplate transaction;

  private final String caseNumber = "W-" + UUID.randomUUID();
  private String deploymentId;

  /** The outer process has a task and awaits a message; the inner one awaits another. */
  @BeforeEach
  void startProcessInProcess() {
    BpmnModelInstance inner =
        Bpmn.createExecutableProcess("case-tasks-inner")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .intermediateCatchEvent("AwaitLoanerAnswer")
            .message("LoanerAnswered")
            .endEvent()
            .done();
    BpmnModelInstance outer =
        Bpmn.createExecutableProcess("case-tasks-outer")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .parallelGateway("Fork")
            .userTask("Review")
            .camundaCandidateGroups("claims,contracts")
            .boundaryEvent("HumanWantedEvent")
            .message("HumanWanted")
            .endEvent()
            .moveToActivity("Review")
            .endEvent()
            .moveToNode("Fork")
            .callActivity("Inner")
            .calledElement("case-tasks-inner")
            .camundaInBusinessKey("#{execution.processBusinessKey}")
            .endEvent()
            .done();
    deploymentId =
        repository
            .createDeployment()
            .addModelInstance("case-tasks-inner.bpmn", inner)
            .addModelInstance("case-tasks-outer.bpmn", outer)
            .deploy()
            .getId();
    runtime.startProcessInstanceByKey("case-tasks-outer", caseNumber);
  }

  @AfterEach
  void deleteDeployment() {
    repository.deleteDeployment(deploymentId, true);
  }

  @Test
  void namesTheTeamsOfOpenTasks() {
    assertThat(caseTasks.teams(caseNumber)).containsExactlyInAnyOrder("claims", "contracts");
    assertThat(caseTasks.teams("W-2222-2222")).isEmpty();
  }

  @Test
  void movesTasksUpAndNeverDown() {
    caseTasks.raisePriority(caseNumber, 75);
    assertThat(task().getPriority()).isEqualTo(75);

    caseTasks.raisePriority(caseNumber, 60);
    assertThat(task().getPriority()).isEqualTo(75);
  }

  @Test
  void movesTasksInTheCallersTransaction() {
    transaction.executeWithoutResult(
        status -> {
          caseTasks.raisePriority(caseNumber, 100);
          status.setRollbackOnly();
        });

    assertThat(task().getPriority()).isEqualTo(50);
  }

  @Test
  void knowsWhatAllProcessesOfTheCaseWaitFor() {
    assertThat(awaited.of(caseNumber)).isEqualTo(Set.of("HumanWanted", "LoanerAnswered"));
    assertThat(awaited.wait(caseNumber, "LoanerAnswered"))
        .isPresent()
        .isNotEqualTo(awaited.wait(caseNumber, "HumanWanted"));

    runtime
        .createMessageCorrelation("LoanerAnswered")
        .processInstanceBusinessKey(caseNumber)
        .setVariables(Map.of())
        .correlate();
    assertThat(awaited.of(caseNumber)).isEqualTo(Set.of("HumanWanted"));
    assertThat(awaited.wait(caseNumber, "LoanerAnswered")).isEmpty();
    tasks.complete(task().getId());
    assertThat(awaited.of(caseNumber)).isEmpty();
  }

  @Test
  void findsTheCaseOfATask() {
    assertThat(staffTasks.caseOf(task().getId(), "klara", Set.of("claims"))).contains(caseNumber);
    assertThat(staffTasks.caseOf("no-such-task", "klara", Set.of("claims"))).isEmpty();
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult();
  }
}
