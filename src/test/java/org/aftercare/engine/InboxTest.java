package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aftercare.testing.TestClock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class InboxTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Inbox inbox;
  @Autowired DeadLetters deadLetters;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired TaskService tasks;
  @Autowired BrittleStep step;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;

  private final String caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 9);

  @BeforeEach
  void models() {
    TestModels.deploy(repository);
  }

  @AfterEach
  void realTime() {
    clock.reset();
    jdbc.sql("delete from inbox_message where case_number = :c").param("c", caseNumber).update();
  }

  @Test
  void aMessageReachesTheProcessThatAwaitsItWithItsVariables() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);

    inbox.accept(message("1", "First", Map.of("reservationId", "R-1", "parts", 2L, "all", true)));

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
    assertThat(runtime.getActiveActivityIds(process.getId())).containsExactly("SecondCame");
    assertThat(runtime.getVariables(process.getId()))
        .containsEntry("reservationId", "R-1")
        .containsEntry("parts", 2L)
        .containsEntry("all", true);
  }

  @Test
  void theSameMessageAgainDoesNothing() {
    start(TestModels.AWAITS_MESSAGES);
    assertThat(inbox.accept(message("1", "First", Map.of()))).isTrue();
    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));

    assertThat(inbox.accept(message("1", "First", Map.of()))).isFalse();
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aMessageThatNoProcessAwaitsIsSettledAtOnce() {
    assertThat(inbox.report(message("1", "PickedUp", Map.of("shipmentId", "S-1")))).isTrue();
    assertThat(state("1")).isEqualTo("DELIVERED");

    assertThat(inbox.report(message("1", "PickedUp", Map.of("shipmentId", "S-1")))).isFalse();
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aDuplicateLeavesTheCallersTransactionAsItWas() {
    inbox.accept(message("1", "First", Map.of()));

    transaction.executeWithoutResult(
        tx -> {
          assertThat(inbox.accept(message("1", "First", Map.of()))).isFalse();
          assertThat(inbox.accept(message("2", "First", Map.of()))).isTrue();
        });

    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void whatTheCallerRollsBackWasNeverSent() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);

    transaction.executeWithoutResult(
        tx -> {
          inbox.accept(message("1", "First", Map.of()));
          tx.setRollbackOnly();
        });
    inbox.accept(message("2", "Unknown", Map.of()));

    await().atMost(SOON).untilAsserted(() -> assertThat(tries("2")).isGreaterThan(1));
    assertThat(runtime.getActiveActivityIds(process.getId())).containsExactly("FirstCame");
  }

  @Test
  void aMessageThatIsEarlyWaitsForItsProcess() {
    inbox.accept(message("1", "First", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries("1")).isPositive());
    assertThat(state("1")).isEqualTo("WAITING");

    start(TestModels.AWAITS_MESSAGES);

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
  }

  @Test
  void anEarlyMessageIsDeliveredAsSoonAsItIsAwaitedHoweverLongItsWait() {
    inbox.accept(message("1", "First", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries("1")).isPositive());
    jdbc.sql("update inbox_message set next_try_at = expires_at where case_number = :c")
        .param("c", caseNumber)
        .update();

    start(TestModels.CALLS);

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
  }

  @Test
  void aMessageThatCameBeforeItsTurnDoesNotHoldUpTheOneWhoseTurnItIs() {
    start(TestModels.AWAITS_MESSAGES);
    inbox.accept(message("2", "Second", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries("2")).isPositive());

    inbox.accept(message("1", "First", Map.of()));

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isEqualTo(1));
    assertThat(List.of(state("1"), state("2"))).containsOnly("DELIVERED");
  }

  @Test
  void aMessageIsForTheCaseAlsoWhereACalledProcessAwaitsIt() {
    start(TestModels.CALLS);

    inbox.accept(message("1", "First", Map.of()));
    inbox.accept(message("2", "Second", Map.of()));

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isEqualTo(1));
  }

  @Test
  void newsOfAnotherShipmentIsNotForTheProcessThatAwaitsThisOne() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);
    runtime.setVariable(process.getId(), "shipmentId", "S-2");

    inbox.accept(message("old", "First", Map.of("shipmentId", new Reference("S-1"))));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries("old")).isPositive());
    inbox.accept(message("new", "First", Map.of("shipmentId", new Reference("S-2"))));

    await().atMost(SOON).untilAsserted(() -> assertThat(state("new")).isEqualTo("DELIVERED"));
    assertThat(state("old")).isEqualTo("WAITING");
    assertThat(runtime.getActiveActivityIds(process.getId())).containsExactly("SecondCame");
    assertThat(runtime.getVariable(process.getId(), "shipmentId")).isEqualTo("S-2");
  }

  @Test
  void aReferenceIsATextForAProcessThatKnowsNone() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);

    inbox.accept(message("1", "First", Map.of("shipmentId", new Reference("S-1"))));

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
    assertThat(runtime.getVariable(process.getId(), "shipmentId")).isEqualTo("S-1");
  }

  @Test
  void anotherCasesMessageChangesNothingHere() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);

    inbox.accept(new InboundMessage("parts", caseNumber + "x", "First", "W-OTHER", Map.of()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select tries from inbox_message where message_id = :id")
                            .param("id", caseNumber + "x")
                            .query(Integer.class)
                            .single())
                    .isPositive());
    assertThat(runtime.getActiveActivityIds(process.getId())).containsExactly("FirstCame");
    jdbc.sql("delete from inbox_message where case_number = 'W-OTHER'").update();
  }

  @Test
  void aMessageForAnEndedCaseIsADeadLetterThatOperationsCanSeeAndTryAgain() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);
    runtime.deleteProcessInstance(process.getId(), "cancelled");

    inbox.accept(message("1", "First", Map.of()));

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DEAD"));
    assertThat(deadLetters.count()).isPositive();
    assertThat(deadLetters.page(0, 200))
        .filteredOn(letter -> letter.caseNumber().equals(caseNumber))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).isEqualTo("CASE_ENDED");
              assertThat(letter.name()).isEqualTo("First");
            });

    start(TestModels.AWAITS_MESSAGES);
    assertThat(deadLetters.tryAgain("parts", caseNumber + "-1")).isTrue();
    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
    assertThat(deadLetters.tryAgain("parts", caseNumber + "-1")).isFalse();
  }

  @Test
  void aMessageThatNobodyAwaitsDiesAfterItsTime() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);
    inbox.accept(message("1", "NobodyAwaitsThis", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries("1")).isPositive());
    assertThat(state("1")).isEqualTo("WAITING");

    clock.forward(Duration.ofDays(15));

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DEAD"));
    assertThat(deadLetters.page(0, 200))
        .anySatisfy(
            letter -> {
              assertThat(letter.caseNumber()).isEqualTo(caseNumber);
              assertThat(letter.reason()).isEqualTo("EXPIRED");
            });
    assertThat(runtime.getActiveActivityIds(process.getId())).containsExactly("FirstCame");
  }

  @Test
  void aMessageThatDiedIsATaskThatHasItTriedAgain() {
    dieUnawaited("1", "Second");
    Task task = theTask();
    assertThat(task.getName()).contains("Second").contains(caseNumber).contains("no process");
    assertThat(task.getDescription()).contains("parts").contains(caseNumber + "-1");
    assertThat(tasks.getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId)
        .containsExactly("operations");

    inbox.accept(message("2", "First", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(state("2")).isEqualTo("DELIVERED"));
    tasks.complete(task.getId());

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
    assertThat(tasksOfCase()).isEmpty();
  }

  @Test
  void tryingAgainOrDiscardingEndsTheTask() {
    dieUnawaited("1", "NobodyAwaitsThis");
    assertThat(deadLetters.tryAgain("parts", caseNumber + "-1")).isTrue();
    assertThat(tasksOfCase()).isEmpty();
    assertThat(state("1")).isEqualTo("WAITING");

    clock.forward(Duration.ofDays(30));
    await().atMost(SOON).untilAsserted(() -> assertThat(tasksOfCase()).hasSize(1));
    assertThat(deadLetters.discard("parts", caseNumber + "-1")).isTrue();
    assertThat(tasksOfCase()).isEmpty();
    assertThat(state("1")).isEqualTo("DISCARDED");
    assertThat(deadLetters.page(0, 200))
        .noneMatch(letter -> letter.caseNumber().equals(caseNumber));
    assertThat(deadLetters.discard("parts", caseNumber + "-1")).isFalse();
    assertThat(deadLetters.tryAgain("parts", caseNumber + "-1")).isFalse();
    assertThat(inbox.accept(message("1", "NobodyAwaitsThis", Map.of()))).isFalse();
  }

  @Test
  void newsThatComeTooLateAreNoTask() {
    dieUnawaited("1", "ShipmentDelivered");
    assertThat(tasksOfCase()).isEmpty();
    assertThat(deadLetters.page(0, 200)).anyMatch(letter -> letter.caseNumber().equals(caseNumber));
  }

  @Test
  void whatComesAfterTheEndOfTheCaseIsNoTask() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);
    runtime.deleteProcessInstance(process.getId(), "cancelled");
    inbox.accept(message("1", "First", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DEAD"));
    assertThat(tasksOfCase()).isEmpty();
  }

  @Test
  void aMessageBehindWhichAStepFailsIsATaskUntilItGetsThrough() {
    start(TestModels.AWAITS_THEN_FAILS);
    step.does(
        () -> {
          throw new NoClassDefFoundError("quotes a customer");
        });
    inbox.accept(message("1", "First", Map.of()));

    await().atMost(SOON).untilAsserted(() -> assertThat(tasksOfCase()).hasSize(1));
    assertThat(theTask().getName()).contains("NoClassDefFoundError").doesNotContain("quotes");
    assertThat(state("1")).isEqualTo("WAITING");
    assertThat(deadLetters.page(0, 200))
        .filteredOn(letter -> letter.caseNumber().equals(caseNumber))
        .singleElement()
        .satisfies(letter -> assertThat(letter.deadSince()).isNull());

    step.does(() -> {});
    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
    assertThat(tasksOfCase()).isEmpty();
  }

  @Test
  void aMessageThatCannotBeReadHoldsUpNoOther() {
    start(TestModels.AWAITS_MESSAGES);
    transaction.executeWithoutResult(
        tx -> {
          inbox.accept(message("1", "First", Map.of()));
          jdbc.sql("update inbox_message set variables = '{}' where message_id = :id")
              .param("id", caseNumber + "-1")
              .update();
        });
    inbox.accept(message("2", "First", Map.of()));

    await().atMost(SOON).untilAsserted(() -> assertThat(state("2")).isEqualTo("DELIVERED"));
    await().atMost(SOON).untilAsserted(() -> assertThat(tasksOfCase()).hasSize(1));
    assertThat(state("1")).isEqualTo("WAITING");
    assertThat(deadLetters.discard("parts", caseNumber + "-1")).isTrue();
  }

  private void dieUnawaited(String id, String name) {
    start(TestModels.AWAITS_MESSAGES);
    inbox.accept(message(id, name, Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries(id)).isPositive());
    clock.forward(Duration.ofDays(15));
    await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo("DEAD"));
  }

  private List<Task> tasksOfCase() {
    return tasks.createTaskQuery().taskVariableValueEquals("caseNumber", caseNumber).list();
  }

  private Task theTask() {
    assertThat(tasksOfCase()).hasSize(1);
    return tasksOfCase().get(0);
  }

  @Test
  void aSuspendedProcessGetsItsMessageWhenItGoesOn() {
    ProcessInstance process = start(TestModels.AWAITS_MESSAGES);
    runtime.suspendProcessInstanceById(process.getId());
    inbox.accept(message("1", "First", Map.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(tries("1")).isPositive());
    assertThat(state("1")).isEqualTo("WAITING");

    runtime.activateProcessInstanceById(process.getId());

    await().atMost(SOON).untilAsserted(() -> assertThat(state("1")).isEqualTo("DELIVERED"));
  }

  @Test
  void manyMessagesOfOneCaseArriveInTheirOrder() {
    String[] names = {"First", "Second"};
    start(TestModels.AWAITS_MESSAGES);

    for (int i = 0; i < names.length; i++) {
      inbox.accept(message(String.valueOf(i), names[i], Map.of()));
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(ended()).isEqualTo(1));
    assertThat(tries("1")).as("tries of the second: it had not to wait").isLessThanOrEqualTo(2);
  }

  @Test
  void onlyShortPrimitiveVariablesAreTaken() {
    assertThatThrownBy(() -> inbox.accept(message("1", "First", Map.of("p", List.of("x")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> inbox.accept(message("1", "First", Map.of("p", "x".repeat(256)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rows()).isZero();
  }

  private ProcessInstance start(String key) {
    return runtime.startProcessInstanceByKey(key, caseNumber);
  }

  private InboundMessage message(String id, String name, Map<String, Object> variables) {
    return new InboundMessage("parts", caseNumber + "-" + id, name, caseNumber, variables);
  }

  private long ended() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .finished()
        .count();
  }

  private String state(String id) {
    return jdbc.sql("select state from inbox_message where message_id = :id")
        .param("id", caseNumber + "-" + id)
        .query(String.class)
        .single();
  }

  private int tries(String id) {
    return jdbc.sql("select tries from inbox_message where message_id = :id")
        .param("id", caseNumber + "-" + id)
        .query(Integer.class)
        .single();
  }

  private int rows() {
    return jdbc.sql("select count(*) from inbox_message where case_number = :c")
        .param("c", caseNumber)
        .query(Integer.class)
        .single();
  }
}
