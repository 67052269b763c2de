package org.aftercare.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aftercare.activation.PlanOrder.Kind;
import org.aftercare.activation.PlanOrder.Offer;
import org.aftercare.activation.PlanOrdering.OrderFacts;
import org.aftercare.notifications.Recipient;
import org.aftercare.systems.Money;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.CaseFlowTestBase;
import org.aftercare.testing.FlowTest;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Both flows with the real engine, models, table, use case, store and records of remote calls. The
 * test runs the jobs itself, so it decides what happens when.
 */
@FlowTest(ActivationTestApplication.class)
class ActivationProcessTest extends CaseFlowTestBase {

  private static final OrderFacts FINE =
      new OrderFacts(Kind.ACTIVATION, true, false, false, false, false, 0, false);
  private static final OrderFacts UPGRADE =
      new OrderFacts(Kind.UPGRADE, true, true, false, true, true, 1, false);
  private static final OrderFacts ALREADY_ACTIVE =
      new OrderFacts(Kind.ACTIVATION, true, true, false, false, false, 0, false);
  private static final OrderFacts ALREADY_ORDERED =
      new OrderFacts(Kind.ACTIVATION, true, true, true, false, false, 0, false);
  private static final OrderFacts BLOCKED =
      new OrderFacts(Kind.ACTIVATION, true, false, false, false, false, 0, true);

  private static final OrderFacts ACTIVE_AND_BLOCKED =
      new OrderFacts(Kind.ACTIVATION, true, true, false, false, false, 0, true);

  private static final List<String> ALL_MADE =
      List.of("orders place", "billing start", "accounting book");

  @Autowired JdbcClient jdbc;
  @Autowired PlanOrders orders;
  @Autowired ActivationProcess process;
  @Autowired PlayedSystems systems;
  @Autowired TransactionTemplate transaction;

  @MockitoBean PlanOrdering ordering;

  private String caseNumber;

  ActivationProcessTest() {
    super("A", ActivationProcess.ACTIVATION);
  }

  @Override
  protected Class<? extends Recipient> recipientOf(String template) {
    return template.equals("case.human-wanted")
        ? Recipient.ToTeam.class
        : Recipient.ToCustomer.class;
  }

  /** The order's parts run side by side: each test says what comes first. */
  @Override
  protected void goOn() {}

  @BeforeEach
  void everythingGoesWell() {
    systems.reset();
    flow(ActivationProcess.ACTIVATION);
    caseNumber = caseNumber();
    when(ordering.facts(anyString())).thenReturn(FINE);
  }

  @AfterAll
  void everyElementWasEntered() {
    everyElementWasEntered(
        ActivationProcess.ACTIVATION,
        ActivationProcess.UPGRADE,
        "order-eligibility",
        "service-order");
  }

  private void order(Kind kind) {
    flow(ActivationProcess.flowOf(kind));
    jdbc.sql(
            """
            insert into service_case (
              case_number, flow, customer_id, country, channel, status, opened_at)
            values (?, ?, 'C-1', 'SE', 'API', 'OPEN', current_timestamp)
            """)
        .params(caseNumber, flow())
        .update();
    orders.add(
        new PlanOrder(
            caseNumber,
            kind,
            "C-1",
            "SE",
            "CARE-PLUS",
            LocalDate.of(2026, 12, 1),
            kind == Kind.UPGRADE ? "SUB-0" : null,
            new Offer("Care Plus", "care", new Money(new BigDecimal("120.00"), "SEK")),
            false,
            null));
    process.start(flow(), caseNumber, "SE");
  }

  /** Orders, and lets the process come to where its parts are about to be done. */
  private void orderAccepted(Kind kind) {
    when(ordering.facts(anyString())).thenReturn(kind == Kind.UPGRADE ? UPGRADE : FINE);
    order(kind);
    runAt("CheckOrder");
    runAt("LookUpOffer");
  }

  private void orderAccepted() {
    orderAccepted(Kind.ACTIVATION);
  }

  private void runAt(String... activities) {
    for (String activity : activities) {
      management.executeJob(savepoint(activity).getId());
    }
  }

  /** The step fails for this time; it comes back by itself. */
  private void failsAt(String activity) {
    String job = savepoint(activity).getId();
    assertThatThrownBy(() -> management.executeJob(job))
        .isInstanceOf(SystemUnavailableException.class);
    assertThat(savepoint(activity).getId()).isEqualTo(job);
  }

  /** The step fails until it has no try left. */
  private void stopsAt(String activity) {
    while (savepoint(activity).getRetries() > 0) {
      failsAt(activity);
    }
  }

  private void mended(String activity) {
    management.setJobRetries(savepoint(activity).getId(), 1);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void fromOrderToRunningService(Kind kind) {
    orderAccepted(kind);
    assertThat(told).containsExactly("activation.received");
    runAt("PlaceServiceOrder", "StartCharge");
    assertThat(told).as("nothing is told before all is done").hasSize(1);
    runAt("BookRevenue");
    assertThat(told).containsExactly("activation.received", "activation.confirmed", "case.survey");
    assertThat(systems.effects).isEqualTo(ALL_MADE);
    verify(cases).close(caseNumber, "ACTIVE");
    message("SurveyAnswered");
    endedAt("OrderClosed");
  }

  static Stream<List<String>> orders() {
    return Stream.of(
        List.of("PlaceServiceOrder", "StartCharge", "BookRevenue"),
        List.of("PlaceServiceOrder", "BookRevenue", "StartCharge"),
        List.of("StartCharge", "PlaceServiceOrder", "BookRevenue"),
        List.of("StartCharge", "BookRevenue", "PlaceServiceOrder"),
        List.of("BookRevenue", "PlaceServiceOrder", "StartCharge"),
        List.of("BookRevenue", "StartCharge", "PlaceServiceOrder"));
  }

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "PlaceServiceOrder", List.of("orders place", "orders cancel SVO-1", "NOT_AVAILABLE"),
          "StartCharge", List.of("billing start", "billing stop SUB-1", "NO_PAYMENT_METHOD"),
          "BookRevenue",
              List.of("accounting book", "accounting reverse REV-1", "NO_REVENUE_ACCOUNT"));

  /** Whatever the order in which two parts were done, they are taken back in the reverse one. */
  @ParameterizedTest
  @MethodSource("orders")
  void aRefusalTakesTheOthersBackInReverseOrder(List<String> steps) {
    String refusing = steps.get(2);
    systems.refusals.put(PARTS.get(refusing).get(0).split(" ")[1], PARTS.get(refusing).get(2));
    orderAccepted();
    steps.forEach(this::runAt);
    assertThat(told).containsExactly("activation.received", "activation.taking-back");
    assertThat(management.createJobQuery().messages().list())
        .as("one is taken back after the other")
        .hasSize(1);
    run();
    assertThat(systems.effects)
        .containsExactly(
            PARTS.get(steps.get(0)).get(0),
            PARTS.get(steps.get(1)).get(0),
            PARTS.get(steps.get(1)).get(1),
            PARTS.get(steps.get(0)).get(1));
    assertThat(told).endsWith("activation.taking-back", "activation.not-possible", "case.survey");
    verify(cases).close(caseNumber, "NOT_POSSIBLE");
    timeIsUp("SurveyOverdue");
    endedAt("OrderClosed");
    assertThat(passed()).contains("AllTakenBack");
  }

  @Test
  void asksForNothingMoreAfterARefusal() {
    systems.refusals.put("place", "NOT_AVAILABLE");
    orderAccepted(Kind.UPGRADE);
    runAt("PlaceServiceOrder");
    run();
    assertThat(systems.effects).isEmpty();
    assertThat(orders.effects(caseNumber))
        .extracting(Effect::state)
        .containsExactly(Effect.State.REFUSED, Effect.State.SPARED, Effect.State.SPARED);
    verify(cases).close(caseNumber, "NOT_POSSIBLE");
  }

  /** A step that has been repeated has had one effect, and one taking back. */
  @Test
  void takesBackOnceAlthoughTheTakingBackIsRepeated() {
    systems.refusals.put("book", "NO_REVENUE_ACCOUNT");
    systems.silent.addAll(List.of("stop SUB-1", "cancel SVO-1"));
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge", "BookRevenue");
    failsAt("StopCharge");
    assertThat(told).as("not told as done").doesNotContain("activation.not-possible");
    assertThat(systems.effects).doesNotContain("orders cancel SVO-1");
    runAt("StopCharge");
    failsAt("CancelServiceOrder");
    runAt("CancelServiceOrder");
    assertThat(systems.effects)
        .containsExactly(
            "orders place", "billing start", "billing stop SUB-1", "orders cancel SVO-1");
    verify(cases).close(caseNumber, "NOT_POSSIBLE");
  }

  @Test
  void operationsGiveUpWhatASystemDoesNotAnswerTo() {
    systems.down.add("accounting");
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge");
    stopsAt("BookRevenue");
    timeIsUp("OrderOverdue");
    assertThat(told).endsWith("activation.delayed");
    complete("DecideOrder", "operations", "orderDecision", "GO_ON");
    timeIsUp("DayLater");
    complete("DecideOrder", "operations", "orderDecision", "GIVE_UP");
    runAt("BookRevenue");
    assertThat(told).endsWith("activation.taking-back");
    runAt("StopCharge", "CancelServiceOrder");
    assertThat(systems.effects)
        .as("the others are taken back although accounting is down")
        .containsExactly(
            "orders place", "billing start", "billing stop SUB-1", "orders cancel SVO-1");
    stopsAt("ReverseRevenue");
    assertThat(told).doesNotContain("activation.not-possible");
    systems.down.clear();
    mended("ReverseRevenue");
    runAt("ReverseRevenue");
    assertThat(systems.effects)
        .as("what may have been asked for is made certain, and taken back")
        .endsWith("accounting book", "accounting reverse REV-1");
    assertThat(told).endsWith("activation.not-possible", "case.survey");
    verify(cases).close(caseNumber, "NOT_POSSIBLE");
  }

  @Test
  void theTimeGivesUpWhatNobodyDecidesOn() {
    systems.silent.add("start");
    orderAccepted();
    runAt("PlaceServiceOrder", "BookRevenue");
    failsAt("StartCharge");
    timeIsUp("OrderOverdue");
    timeIsUp("NobodyDecided");
    runAt("StartCharge");
    run();
    assertThat(systems.effects)
        .as("billing had done it without saying so")
        .containsExactly(
            "orders place",
            "accounting book",
            "billing start",
            "billing stop SUB-1",
            "accounting reverse REV-1",
            "orders cancel SVO-1");
    verify(cases).close(caseNumber, "NOT_POSSIBLE");
  }

  @Test
  void aDelayThatEndsByItselfLeavesNoQuestionBehind() {
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge");
    timeIsUp("OrderOverdue");
    runAt("BookRevenue");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("DecideOrder").list()).isEmpty();
    assertThat(told).endsWith("activation.delayed", "activation.confirmed", "case.survey");
  }

  @Test
  void nobodyIsToldOfADelayOnceTheOrderIsCancelled() {
    systems.down.add("orders");
    orderAccepted();
    runAt("StartCharge", "BookRevenue");
    failsAt("PlaceServiceOrder");
    message("CustomerCancelled");
    timeIsUp("OrderOverdue");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("DecideOrder").list()).isEmpty();
    systems.down.clear();
    run();
    assertThat(told).containsExactly("activation.received", "activation.cancelled");
    endedAt("OrderCancelled");
  }

  @Test
  void nobodyIsToldOfADelayWhileTheOrderIsTakenBack() {
    systems.refusals.put("book", "NO_REVENUE_ACCOUNT");
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge", "BookRevenue");
    timeIsUp("OrderOverdue");
    assertThat(told).endsWith("activation.taking-back").doesNotContain("activation.delayed");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("DecideOrder").list()).isEmpty();
    run();
    verify(cases).close(caseNumber, "NOT_POSSIBLE");
  }

  /** Nobody of operations is there over a weekend, so that a weekend decides nothing. */
  @Test
  void operationsHaveThreeBusinessDaysToDecide() {
    clock.set(Instant.parse("2026-12-03T09:00:00Z"));
    systems.down.add("accounting");
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge");
    failsAt("BookRevenue");
    timeIsUp("OrderOverdue");
    assertThat(
            management
                .createJobQuery()
                .timers()
                .activityId("NobodyDecided")
                .singleResult()
                .getDuedate()
                .toInstant())
        .as("from Thursday until the end of Tuesday's opening hours")
        .isBetween(Instant.parse("2026-12-08T12:00:00Z"), Instant.parse("2026-12-08T22:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void takesBackWhatTheCustomerCancels(Kind kind) {
    orderAccepted(kind);
    runAt("StartCharge");
    message("CustomerCancelled");
    run();
    assertThat(systems.effects).containsExactly("billing start", "billing stop SUB-1");
    assertThat(told).containsExactly("activation.received", "activation.cancelled");
    verify(cases).cancel(caseNumber);
    verify(cases, never()).close(any(), any());
    endedAt("OrderCancelled");
  }

  /** The last part ends before the process hears of a cancellation that has been accepted. */
  @Test
  void takesBackWhatWasCancelledBeforeTheLastPartEnded() {
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge");
    PlanOrderFlow cancelling = new PlanOrderFlow(ActivationProcess.ACTIVATION, orders);
    transaction.executeWithoutResult(
        tx -> assertThat(cancelling.cancel(caseNumber)).as("accepted").isTrue());
    runAt("BookRevenue");
    message("CustomerCancelled");
    run();
    assertThat(systems.effects)
        .containsExactly(
            "orders place", "billing start", "billing stop SUB-1", "orders cancel SVO-1");
    assertThat(told).containsExactly("activation.received", "activation.cancelled");
    verify(cases).cancel(caseNumber);
    endedAt("OrderCancelled");
  }

  @Test
  void aCancellationIsTooLateOnceTheLastPartHasEnded() {
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge", "BookRevenue");
    PlanOrderFlow cancelling = new PlanOrderFlow(ActivationProcess.ACTIVATION, orders);
    transaction.executeWithoutResult(
        tx -> assertThat(cancelling.cancel(caseNumber)).as("accepted").isFalse());
    assertThat(orders.require(caseNumber).givenUp()).isNull();
    verify(cases).close(caseNumber, "ACTIVE");
  }

  /**
   * The end of an order waits for a cancellation that is being accepted at the same moment, and
   * then knows of it.
   */
  @Test
  void theEndOfAnOrderComesAfterACancellationThatIsBeingAccepted() throws Exception {
    orderAccepted();
    runAt("PlaceServiceOrder", "StartCharge");
    PlanOrderFlow cancelling = new PlanOrderFlow(ActivationProcess.ACTIVATION, orders);
    CyclicBarrier lockedAndAsked = new CyclicBarrier(2);
    systems.meanwhile.put("book", () -> await(lockedAndAsked));
    String last = savepoint("BookRevenue").getId();
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      Future<?> end = node.submit(() -> management.executeJob(last));
      transaction.executeWithoutResult(
          tx -> {
            assertThat(cancelling.cancel(caseNumber)).as("accepted").isTrue();
            await(lockedAndAsked);
          });
      end.get(30, TimeUnit.SECONDS);
    } finally {
      node.shutdownNow();
    }
    systems.meanwhile.clear();
    run();
    assertThat(systems.effects)
        .containsExactly(
            "orders place",
            "billing start",
            "accounting book",
            "accounting reverse REV-1",
            "billing stop SUB-1",
            "orders cancel SVO-1");
    verify(cases).cancel(caseNumber);
    endedAt("OrderCancelled");
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer that never came may hide an effect: it is found out, and taken back. */
  @Test
  void takesBackWhatASilentSystemHasDoneForACancelledOrder() {
    systems.silent.add("place");
    orderAccepted();
    failsAt("PlaceServiceOrder");
    message("CustomerCancelled");
    run();
    assertThat(systems.effects).containsExactly("orders place", "orders cancel SVO-1");
    endedAt("OrderCancelled");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void takesBackWhatAPersonCloses(Kind kind) {
    orderAccepted(kind);
    runAt("PlaceServiceOrder");
    message("ClosedByPerson");
    run();
    assertThat(systems.effects).containsExactly("orders place", "orders cancel SVO-1");
    assertThat(told).containsExactly("activation.received", "activation.closed-by-person");
    verify(cases).close(caseNumber, "CLOSED_BY_PERSON");
    endedAt("TakenOverClosed");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVATION, CustomerCancelled, OrderCancelled",
    "UPGRADE, CustomerCancelled, OrderCancelled",
    "ACTIVATION, ClosedByPerson, TakenOverClosed",
    "UPGRADE, ClosedByPerson, TakenOverClosed"
  })
  void endsAnOrderThatIsStillLookedAt(Kind kind, String message, String end) {
    when(ordering.facts(anyString())).thenReturn(BLOCKED);
    order(kind);
    run();
    message(message);
    endedAt(end);
    assertThat(systems.effects).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void refusesWithAReasonAndAReview(Kind kind) {
    when(ordering.facts(anyString())).thenReturn(ALREADY_ACTIVE);
    order(kind);
    run();
    assertThat(told).containsExactly("activation.received", "activation.refused");
    verify(ordering).release(caseNumber);
    timeIsUp("AppealOverdue");
    verify(cases).close(caseNumber, "REFUSED");
    message("SurveyAnswered");
    endedAt("OrderRefused");
    assertThat(systems.effects).isEmpty();
  }

  @Test
  void aPersonAcceptsAfterAll() {
    when(ordering.facts(anyString())).thenReturn(ALREADY_ACTIVE);
    order(Kind.ACTIVATION);
    run();
    message("AppealLodged");
    complete("ReviewOrder", "finance", "orderReview", "ACCEPTED");
    run();
    assertThat(systems.effects).containsExactlyInAnyOrderElementsOf(ALL_MADE);
    verify(cases).close(caseNumber, "ACTIVE");
  }

  @Test
  void whatIsOrderedMeanwhileIsNotOrderedTwiceByAReview() {
    when(ordering.facts(anyString())).thenReturn(ALREADY_ACTIVE, ALREADY_ORDERED);
    order(Kind.ACTIVATION);
    run();
    message("AppealLodged");
    complete("ReviewOrder", "finance", "orderReview", "ACCEPTED");
    run();
    assertThat(told)
        .containsExactly("activation.received", "activation.refused", "activation.refused");
    verify(ordering, times(2)).release(caseNumber);
    timeIsUp("AppealOverdue");
    verify(cases).close(caseNumber, "REFUSED");
    assertThat(systems.effects).isEmpty();
  }

  /** A person who lets somebody have a service twice has not looked at the block yet. */
  @Test
  void aBlockIsLookedAtWhateverElseWasOverruled() {
    when(ordering.facts(anyString())).thenReturn(ACTIVE_AND_BLOCKED);
    order(Kind.ACTIVATION);
    run();
    message("AppealLodged");
    complete("ReviewOrder", "finance", "orderReview", "ACCEPTED");
    run();
    assertThat(told)
        .containsExactly("activation.received", "activation.refused", "activation.referred");
    assertThat(systems.effects).isEmpty();
    complete("ReviewOrder", "finance", "orderReview", "ACCEPTED");
    run();
    assertThat(told).as("nobody looks at a reason twice").hasSize(5);
    assertThat(systems.effects).containsExactlyInAnyOrderElementsOf(ALL_MADE);
    verify(cases).close(caseNumber, "ACTIVE");
  }

  @Test
  void whatComesUpAfterABlockWasOverruledKeepsItOverruled() {
    when(ordering.facts(anyString())).thenReturn(BLOCKED, ACTIVE_AND_BLOCKED);
    order(Kind.ACTIVATION);
    run();
    complete("ReviewOrder", "finance", "orderReview", "ACCEPTED");
    run();
    assertThat(told)
        .containsExactly("activation.received", "activation.referred", "activation.refused");
    message("AppealLodged");
    complete("ReviewOrder", "finance", "orderReview", "ACCEPTED");
    run();
    assertThat(systems.effects).containsExactlyInAnyOrderElementsOf(ALL_MADE);
    verify(cases).close(caseNumber, "ACTIVE");
  }

  @Test
  void aPersonDeclinesABlockedCustomersOrder() {
    when(ordering.facts(anyString())).thenReturn(BLOCKED);
    order(Kind.ACTIVATION);
    run();
    assertThat(told).endsWith("activation.referred");
    verify(ordering, never()).release(any());
    complete("ReviewOrder", "finance", "orderReview", "DECLINED");
    assertThat(told).containsSequence("activation.referred", "activation.declined");
    verify(cases).close(caseNumber, "REFUSED");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void atAnyMomentAPersonIsWantedOrDataCorrected(Kind kind) {
    orderAccepted(kind);
    message("DataCorrected");
    message("HumanWanted");
    complete("TalkToCustomer", "front-office", "handOver", "HANDED_BACK");
    assertThat(told).contains("case.corrected", "case.human-wanted");
    run();
    verify(cases).close(caseNumber, "ACTIVE");
    message("SurveyAnswered");
    endedAt("OrderClosed");
    assertThat(passed()).contains("HandOverEnded", "CorrectionDone");
  }

  /**
   * Two nodes that work on two parts of one order at the same moment meet where the parts join. One
   * of them comes too late and does its step again, which asks nobody for anything a second time.
   */
  @Test
  void twoNodesMeetAtTheJoinAndNothingHappensTwice() throws Exception {
    orderAccepted();
    runAt("PlaceServiceOrder");
    CyclicBarrier bothAsk = new CyclicBarrier(2);
    Runnable wait = () -> await(bothAsk);
    systems.meanwhile.put("start", wait);
    systems.meanwhile.put("book", wait);
    List<String> jobs = List.of(savepoint("StartCharge").getId(), savepoint("BookRevenue").getId());
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    int collisions = 0;
    try {
      List<Callable<Void>> steps =
          jobs.stream()
              .<Callable<Void>>map(
                  job ->
                      () -> {
                        management.executeJob(job);
                        return null;
                      })
              .toList();
      for (Future<Void> step : nodes.invokeAll(steps)) {
        try {
          step.get();
        } catch (ExecutionException failed) {
          assertThat(failed).hasCauseInstanceOf(OptimisticLockingException.class);
          collisions++;
        }
      }
    } finally {
      nodes.shutdownNow();
    }
    systems.meanwhile.clear();
    assertThat(collisions).isLessThanOrEqualTo(1);
    run();
    assertThat(systems.effects).containsExactlyInAnyOrderElementsOf(ALL_MADE);
    assertThat(told).containsExactly("activation.received", "activation.confirmed", "case.survey");
    verify(cases).close(caseNumber, "ACTIVE");
  }

  /** The job executor gives the steps of one order to one node at a time. */
  @Test
  void theStepsOfAnOrderShareNoTime() {
    orderAccepted();
    assertThat(
            jdbc.sql("select exclusive_ from act_ru_job where type_ = 'message'")
                .query(Boolean.class)
                .list())
        .hasSize(3)
        .containsOnly(true);
  }

  @Test
  void asksOperationsWithinABusinessDay() {
    orderAccepted();
    Instant due =
        management
            .createJobQuery()
            .timers()
            .activityId("OrderOverdue")
            .singleResult()
            .getDuedate()
            .toInstant();
    assertThat(Duration.between(Instant.now(), due)).isBetween(Duration.ZERO, Duration.ofDays(5));
  }
}
