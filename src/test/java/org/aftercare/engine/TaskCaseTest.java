package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every task says which case it belongs to. */
@EngineTest
class TaskCaseTest {

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;

  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void models() {
    TestModels.deploy(repository);
  }

  @Test
  void aTaskCarriesTheNumberAndTheProductOfItsCaseAndIsFoundByThem() {
    ProcessInstance process = start("W-" + id);

    Task first = byCase("W-" + id).singleResult();
    assertThat(tasks.getVariablesLocal(first.getId()))
        .isEqualTo(Map.of("caseNumber", "W-" + id, "product", "Refrigerator"));
    tasks.complete(first.getId());

    assertThat(byCase("W-" + id).singleResult().getTaskDefinitionKey()).isEqualTo("Decide");
    assertThat(runtime.getVariables(process.getId())).doesNotContainKeys("caseNumber", "product");
  }

  @Test
  void aCaseOfWhichNothingIsKnownYetHasOnlyItsNumber() {
    start("X-" + id);

    assertThat(tasks.getVariablesLocal(byCase("X-" + id).singleResult().getId()))
        .isEqualTo(Map.of("caseNumber", "X-" + id));
  }

  private ProcessInstance start(String caseNumber) {
    return runtime.startProcessInstanceByKey(TestModels.ASKS_PERSON, caseNumber);
  }

  private TaskQuery byCase(String caseNumber) {
    return tasks.createTaskQuery().taskVariableValueEquals("caseNumber", caseNumber);
  }
}
