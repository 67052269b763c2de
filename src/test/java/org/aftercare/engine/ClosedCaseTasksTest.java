package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The customer of a closed case wants a person. */
@EngineTest
class ClosedCaseTasksTest {

  @Autowired private ClosedCaseTasks closedCaseTasks;
  @Autowired private StaffTasks staffTasks;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final String caseNumber = "W-" + UUID.randomUUID();

  @AfterEach
  void nobodyIsLoggedIn() {
    identity.clearAuthentication();
  }

  @Test
  void theFrontOfficeGetsOneTaskUntilItIsDone() {
    identity.setAuthentication("frida", List.of("front-office"));
    ask();
    ask();

    assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("frida");
    identity.clearAuthentication();
    Task task = open().get(0);
    assertThat(open()).hasSize(1);
    assertThat(task.getName()).isEqualTo("Talk to the customer of closed case " + caseNumber);
    assertThat(task.getDueDate()).isNotNull();
    assertThat(tasks.createTaskQuery().taskCandidateGroup("front-office").list())
        .extracting(Task::getId)
        .contains(task.getId());
    assertThat(staffTasks.caseOf(task.getId(), "frida", Set.of("front-office")))
        .contains(caseNumber);
    assertThat(staffTasks.instruction(task.getId()))
        .hasValueSatisfying(text -> assertThat(text).contains("complete this task"));
    assertThat(watched(task)).isOne();

    tasks.complete(task.getId());

    assertThat(open()).isEmpty();
    ask();
    assertThat(open()).hasSize(1);
    tasks.deleteTask(open().get(0).getId(), true);
  }

  private void ask() {
    transaction.executeWithoutResult(status -> closedCaseTasks.talkToCustomer(caseNumber, "SE"));
  }

  private List<Task> open() {
    return tasks.createTaskQuery().taskVariableValueEquals("caseNumber", caseNumber).list();
  }

  private int watched(Task task) {
    return jdbc.sql("select count(*) from task_time where task_id = ?")
        .param(task.getId())
        .query(Integer.class)
        .single();
  }
}
