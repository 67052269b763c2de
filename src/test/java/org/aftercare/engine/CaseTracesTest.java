package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class CaseTracesTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired CaseTraces traces;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;

  private final String caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 9);
  private final String otherCase = "W-" + UUID.randomUUID().toString().substring(0, 9);
  private final String said = "Ingegerd answered " + UUID.randomUUID();

  @BeforeEach
  void models() {
    TestModels.deploy(repository);
  }

  @Test
  void whatFailuresQuotedAndPeopleWroteGoes() {
    run(caseNumber, said);
    run(otherCase, said + "!");
    assertThat(new EngineTables(dataSource).holding(said))
        .asString()
        .containsIgnoringCase("ACT_HI_TASKINST.NAME_")
        .containsIgnoringCase("ACT_HI_TASKINST.DESCRIPTION_")
        .containsIgnoringCase("ACT_HI_INCIDENT.INCIDENT_MSG_")
        .containsIgnoringCase("ACT_HI_COMMENT");
    assertThat(traces.busy(Set.of(caseNumber, otherCase))).isEmpty();

    transaction.executeWithoutResult(status -> traces.erase(Set.of(caseNumber)));

    assertThat(new EngineTables(dataSource).holding(said + "!")).as("the other case").isNotEmpty();
    transaction.executeWithoutResult(status -> traces.erase(Set.of(caseNumber, otherCase)));
    assertThat(new EngineTables(dataSource).holding(said)).isEmpty();
  }

  /** Stops at a step, which a process that ends does away with. */
  private void run(String number, String text) {
    String process =
        runtime.startProcessInstanceByKey(TestModels.ASKS_PERSON, number).getProcessInstanceId();
    Task task = tasks.createTaskQuery().processInstanceId(process).singleResult();
    runtime.createIncident("failedJob", task.getExecutionId(), "none", text);
    tasks.createComment(task.getId(), process, text);
    assertThat(traces.busy(Set.of(number))).containsExactly(number);
    tasks.complete(task.getId());
    tasks.complete(tasks.createTaskQuery().processInstanceId(process).singleResult().getId());
  }
}
