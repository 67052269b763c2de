package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.aftercare.testing.TestClock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class HousekeepingTest {

  @Autowired Housekeeping housekeeping;
  @Autowired JdbcClient jdbc;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired TestClock clock;
  @Autowired HouseworkTurns turns;

  private final String id = UUID.randomUUID().toString();

  @AfterEach
  void tidy() {
    clock.reset();
    jdbc.sql("update housekeeping set due_at = :now where work = 'engine'")
        .param("now", ago(1))
        .update();
    jdbc.sql("delete from remote_call where activity_id = :id").param("id", id).update();
    jdbc.sql("delete from inbox_message where case_number = :id").param("id", id).update();
  }

  @Test
  void oldCallsGoAndYoungOnesStay() {
    call("old", 401);
    call("young", 399);

    housekeeping.cleanUp();

    assertThat(
            jdbc.sql("select idempotency_key from remote_call where activity_id = :id")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly("young" + id);
  }

  @Test
  void aCallWhoseOutcomeNobodyKnowsStays() {
    call("unknown", 401);
    jdbc.sql("update remote_call set state = 'UNANSWERED' where activity_id = :id")
        .param("id", id)
        .update();

    housekeeping.cleanUp();

    assertThat(
            jdbc.sql("select count(*) from remote_call where activity_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void moreThanOnePartGoesAtOnce() {
    for (int i = 0; i <= HouseworkTurns.BATCH; i++) {
      message("delivered-" + i, "DELIVERED", 91);
    }

    housekeeping.cleanUp();

    assertThat(
            jdbc.sql("select count(*) from inbox_message where case_number = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** By itself, at night, and by each model's own time to live. */
  @Test
  void theEnginesHistoryOfWhatEndedLongAgoGoesInItsWindow() {
    TestModels.deploy(repository);
    runtime.startProcessInstanceByKey(TestModels.REMOTE_STEP, "W-OLD-" + id);
    await().atMost(Duration.ofSeconds(60)).until(() -> ended("W-OLD-" + id) == 1);

    clock.set(nightAfter(Duration.ofDays(181)));
    runtime.startProcessInstanceByKey(TestModels.REMOTE_STEP, "W-YOUNG-" + id);

    await().atMost(Duration.ofSeconds(60)).until(() -> ended("W-OLD-" + id) == 0);
    await().atMost(Duration.ofSeconds(60)).until(() -> ended("W-YOUNG-" + id) == 1);
  }

  private static Instant nightAfter(Duration time) {
    return LocalDate.now()
        .plusDays(time.toDays() + 1)
        .atTime(1, 30)
        .atZone(ZoneId.systemDefault())
        .toInstant();
  }

  private long ended(String caseNumber) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .finished()
        .count();
  }

  @Test
  void oneNodeAtATimeHasTheTurn() {
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    assertThat(turns.take("engine", Duration.ofMinutes(50))).isTrue();
    assertThat(turns.take("engine", Duration.ofMinutes(50))).isFalse();

    clock.set(clock.instant().plus(Duration.ofMinutes(51)));
    assertThat(turns.take("engine", Duration.ofMinutes(50))).isTrue();
  }

  @Test
  void deliveredMessagesGoBeforeDeadOnesAndWaitingOnesNever() {
    message("delivered-old", "DELIVERED", 91);
    message("delivered-young", "DELIVERED", 89);
    message("dead-old", "DEAD", 401);
    message("dead-young", "DEAD", 399);
    message("waiting", "WAITING", 500);

    housekeeping.cleanUp();

    assertThat(
            jdbc.sql("select message_id from inbox_message where case_number = :id")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("delivered-young", "dead-young", "waiting");
  }

  @Test
  void endedTasksAboutIncidentsGoButNoOthers() {
    Task about = tasks.newTask("incident-" + id.substring(0, 30));
    Task other = tasks.newTask("other-" + id.substring(0, 30));
    for (Task task : new Task[] {about, other}) {
      tasks.saveTask(task);
      tasks.deleteTask(task.getId(), "over");
    }
    housekeeping.cleanUp();
    assertThat(ended(about)).isEqualTo(1);

    clock.set(new Date().toInstant().plus(Duration.ofDays(401)));
    housekeeping.cleanUp();

    assertThat(ended(about)).isZero();
    assertThat(ended(other)).isEqualTo(1);
    history.deleteHistoricTaskInstance(other.getId());
  }

  private long ended(Task task) {
    return history.createHistoricTaskInstanceQuery().taskId(task.getId()).count();
  }

  private void call(String key, int daysAgo) {
    jdbc.sql(
            """
            insert into remote_call
              (idempotency_key, step, activity_id, state, lost_starts, claim, claimed_until,
              first_at, last_at)
            values (:key, :step, :id, 'ANSWERED', 0, 'x', :then, :then, :then)
            """)
        .param("key", key + id)
        .param("step", key)
        .param("id", id)
        .param("then", ago(daysAgo))
        .update();
  }

  private void message(String messageId, String state, int daysAgo) {
    jdbc.sql(
            """
            insert into inbox_message
              (source, message_id, name, case_number, variables, state, tries, received_at,
               next_try_at, expires_at, settled_at)
            values
              ('test', :messageId, 'Any', :id, '[]', :state, 1, :then, :future, :future, :then)
            """)
        .param("messageId", messageId)
        .param("id", id)
        .param("state", state)
        .param("then", ago(daysAgo))
        .param("future", ago(-1))
        .update();
  }

  private OffsetDateTime ago(int days) {
    return clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
  }
}
