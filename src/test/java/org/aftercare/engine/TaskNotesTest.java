package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aftercare.testing.TestClock;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class TaskNotesTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired IdentityService identity;
  @Autowired KeptNotes kept;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;

  private final String caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 9);
  private final String note = "Astrid says it hums " + UUID.randomUUID();

  @BeforeEach
  void models() {
    TestModels.deploy(repository);
  }

  @AfterEach
  void nobodyIsLoggedIn() {
    identity.clearAuthentication();
    clock.reset();
  }

  @Test
  void aNoteLeavesTheEngineAsTheFormIsSubmitted() {
    ProcessInstance process = start();
    String taskId = task(process).getId();
    identity.setAuthentication("klara", List.of("claims"));

    forms.submitTaskForm(taskId, Map.of("note", note, "verdict", "REPAIR"));

    identity.clearAuthentication();
    assertThat(kept.of(caseNumber))
        .containsExactly(new KeptNotes.Note(caseNumber, "Inspect", "klara", note));
    assertThat(runtime.getVariables(process.getId()))
        .containsEntry("verdict", "REPAIR")
        .doesNotContainKey("note");
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }

  @Test
  void theSearchOfTheTablesFindsWhatIsThere() {
    ProcessInstance process = start();
    runtime.setVariable(process.getId(), "verdict", note);

    assertThat(new EngineTables(dataSource).holding(note))
        .singleElement()
        .asString()
        .isEqualToIgnoringCase("ACT_RU_VARIABLE.TEXT_");
  }

  @Test
  void aNoteLeavesTheEngineAsTheTaskIsCompleted() {
    ProcessInstance process = start();

    tasks.complete(task(process).getId(), Map.of("note", note));

    assertThat(kept.of(caseNumber))
        .containsExactly(new KeptNotes.Note(caseNumber, "Inspect", null, note));
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }

  @Test
  void aNoteThatIsSetBeforeCompletionLeavesWithIt() {
    ProcessInstance process = start();

    tasks.setVariable(task(process).getId(), "note", note);
    tasks.complete(task(process).getId());

    assertThat(kept.of(caseNumber)).hasSize(1);
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }

  @Test
  void aNoteOfTheTaskAloneLeavesToo() {
    ProcessInstance process = start();

    tasks.setVariableLocal(task(process).getId(), "note", note);
    tasks.complete(task(process).getId());

    assertThat(kept.of(caseNumber)).hasSize(1);
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }

  @Test
  void aDelegatesAnswerToTheirColleagueLeavesToo() {
    ProcessInstance process = start();
    String taskId = task(process).getId();
    tasks.setAssignee(taskId, "klara");
    tasks.delegateTask(taskId, "conny");

    tasks.resolveTask(taskId, Map.of("note", note));

    assertThat(kept.of(caseNumber)).hasSize(1);
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }

  @Test
  void eachTasksNoteIsItsOwn() {
    ProcessInstance process = start();

    tasks.complete(task(process).getId(), Map.of("note", note));
    tasks.complete(task(process).getId(), Map.of("note", note + " again"));

    assertThat(kept.of(caseNumber))
        .extracting(KeptNotes.Note::taskDefinitionKey, KeptNotes.Note::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Inspect", note),
            org.assertj.core.groups.Tuple.tuple("Decide", note + " again"));
  }

  @Test
  void anEmptyNoteIsNoNote() {
    ProcessInstance process = start();

    tasks.complete(task(process).getId(), Map.of("note", "  "));

    assertThat(kept.of(caseNumber)).isEmpty();
    assertThat(runtime.getVariables(process.getId())).doesNotContainKey("note");
  }

  @Test
  void aLongNoteIsNoProblem() {
    ProcessInstance process = start();
    String novel = note + "x".repeat(20_000);

    tasks.complete(task(process).getId(), Map.of("note", novel));

    assertThat(kept.of(caseNumber)).extracting(KeptNotes.Note::text).containsExactly(novel);
  }

  @Test
  void aNoteWithoutACaseIsRefusedRatherThanLost() {
    ProcessInstance process = runtime.startProcessInstanceByKey(TestModels.ASKS_PERSON);

    assertThatThrownBy(() -> tasks.complete(task(process).getId(), Map.of("note", note)))
        .hasStackTraceContaining("business key");

    assertThat(task(process).getTaskDefinitionKey()).isEqualTo("Inspect");
    assertThat(new EngineTables(dataSource).holding(note)).isEmpty();
  }

  @Test
  void aTasksDueDateComesFromTheCalendar() {
    // A Friday afternoon before a holiday-free weekend, in Oslo.
    clock.set(java.time.Instant.parse("2026-03-13T14:00:00Z"));
    ProcessInstance process =
        runtime.startProcessInstanceByKey(
            TestModels.ASKS_PERSON, caseNumber, Map.of("country", "NO"));

    assertThat(task(process).getDueDate())
        .isCloseTo(Date.from(java.time.Instant.parse("2026-03-16T09:00:00Z")), 60_000);
  }

  private ProcessInstance start() {
    return runtime.startProcessInstanceByKey(TestModels.ASKS_PERSON, caseNumber);
  }

  private Task task(ProcessInstance process) {
    return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
  }
}
