package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.aftercare.testing.TestClock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A task of four business hours, 08:00 to 12:00 on a Monday, or some moments later: the clock runs
 * on.
 */
@EngineTest
class TaskTimesTest {

  private static final Instant MONDAY_EIGHT = Instant.parse("2026-11-02T07:00:00Z");
  private static final Instant MONDAY_ELEVEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-02T11:00:00Z");
  private static final Duration MOMENTS = Duration.ofMinutes(1);

  @Autowired private TaskTimes times;
  @Autowired private TaskCatchUp catchUp;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestClock clock;

  private final String caseNumber = "W-" + UUID.randomUUID();
  private String taskId;

  @BeforeEach
  void startOnMondayMorning() {
    jdbc.sql("delete from task_time").update();
    TestModels.deploy(repository);
    clock.set(MONDAY_EIGHT);
    runtime.startProcessInstanceByKey(TestModels.ASKS_PERSON, caseNumber);
    taskId = task().getId();
  }

  @AfterEach
  void resetClock() {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .forEach(process -> runtime.deleteProcessInstance(process.getId(), "the test is over"));
    clock.reset();
  }

  @Test
  void aTaskIsToldAtThreeQuartersAndAtTheEnd() {
    assertThat(tellAt(MONDAY_ELEVEN.minus(MOMENTS))).isEmpty();
    assertThat(tellAt(MONDAY_ELEVEN.plus(MOMENTS)))
        .hasValueSatisfying(
            task -> {
              assertThat(task.taskId()).isEqualTo(taskId);
              assertThat(task.definitionKey()).isEqualTo("Inspect");
              assertThat(task.name()).isEqualTo("Inspect the machine");
              assertThat(task.caseNumber()).isEqualTo(caseNumber);
              assertThat(task.groups()).containsExactly("claims");
              assertThat(task.dueAt()).isBetween(MONDAY_NOON, MONDAY_NOON.plus(MOMENTS));
              assertThat(task.over()).isFalse();
            });
    assertThat(tellAt(MONDAY_NOON.minus(MOMENTS))).isEmpty();
    assertThat(tellAt(MONDAY_NOON.plus(MOMENTS)))
        .hasValueSatisfying(task -> assertThat(task.over()).isTrue());
    assertThat(tellAt(MONDAY_NOON.plus(Duration.ofDays(3)))).isEmpty();
  }

  @Test
  void aJumpPastBothTellsOnlyTheEnd() {
    assertThat(tellAt(MONDAY_NOON.plus(Duration.ofDays(1))))
        .hasValueSatisfying(task -> assertThat(task.over()).isTrue());
    assertThat(tellAt(MONDAY_NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void aTaskThatIsDoneIsForgotten() {
    tasks.complete(taskId);

    assertThat(tellAt(MONDAY_NOON.plus(MOMENTS))).isEmpty();
    assertThat(watched()).isZero();
  }

  @Test
  void aTaskWhoseProcessIsTakenBackIsForgotten() {
    runtime.deleteProcessInstance(task().getProcessInstanceId(), "taken back");

    assertThat(watched()).isZero();
  }

  @Test
  void anotherDueDateCountsFromThenOn() {
    tellAt(MONDAY_NOON.plus(MOMENTS));
    Task task = task();
    task.setDueDate(Date.from(MONDAY_NOON.plus(Duration.ofHours(2))));
    tasks.saveTask(task);

    assertThat(tellAt(MONDAY_NOON.plus(Duration.ofHours(1))))
        .hasValueSatisfying(reached -> assertThat(reached.over()).isFalse());
    assertThat(tellAt(MONDAY_NOON.plus(Duration.ofHours(2))))
        .hasValueSatisfying(reached -> assertThat(reached.over()).isTrue());
  }

  @Test
  void whatCouldNotBeToldComesAgainLater() {
    clock.set(MONDAY_NOON.plus(MOMENTS));
    transaction.executeWithoutResult(
        status -> times.postpone(times.next().orElseThrow(), Duration.ofMinutes(1)));

    assertThat(tellAt(MONDAY_NOON.plus(MOMENTS))).isEmpty();
    assertThat(tellAt(MONDAY_NOON.plus(Duration.ofMinutes(3)))).isPresent();
  }

  @Test
  void tasksOfAnEarlierVersionAreWatchedFromTheNextStartOn() {
    jdbc.sql("delete from task_time").update();
    tasks.removeVariableLocal(taskId, "caseNumber");

    catchUp.catchUp();

    assertThat(tasks.getVariableLocal(taskId, "caseNumber")).isEqualTo(caseNumber);
    assertThat(tellAt(MONDAY_NOON.plus(MOMENTS)))
        .hasValueSatisfying(task -> assertThat(task.caseNumber()).isEqualTo(caseNumber));
  }

  @Test
  void aTaskOutsideAnyProcessThatIsGoneIsPassedOver() {
    jdbc.sql("update task_time set task_id = 'gone'").update();

    assertThat(tellAt(MONDAY_NOON.plus(MOMENTS))).isEmpty();
    assertThat(watched()).isZero();
  }

  private Optional<TaskTimes.Reached> tellAt(Instant instant) {
    clock.set(instant);
    return transaction.execute(
        status -> {
          Optional<TaskTimes.Reached> reached = times.next();
          reached.ifPresent(times::told);
          return reached;
        });
  }

  private int watched() {
    return jdbc.sql("select count(*) from task_time").query(Integer.class).single();
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult();
  }
}
