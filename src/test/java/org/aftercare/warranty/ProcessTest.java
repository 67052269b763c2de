package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.fulfilment.ItemRepair;
import org.aftercare.fulfilment.ItemRepair.PartReserved;
import org.aftercare.fulfilment.ItemReplacement;
import org.aftercare.fulfilment.ItemReplacement.RefundResult;
import org.aftercare.fulfilment.ItemTransport;
import org.aftercare.fulfilment.ItemUnwinding;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.aftercare.fulfilment.OutcomeFiling;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.notifications.Wordings;
import org.aftercare.systems.Money;
import org.aftercare.testing.TestClock;
import org.aftercare.testing.TestDatabase;
import org.aftercare.warranty.ClaimCoverage.CoverageFacts;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.aftercare.warranty.ClaimSettlement.Recovered;
import org.aftercare.warranty.WarrantyClaims.Finding;
import org.aftercare.warranty.WarrantyClaims.PurchaseSearch;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A process test: real engine, models, tables and delegates; mocked use cases. The test runs the
 * jobs itself, so it decides what happens when.
 */
@TestDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = ProcessTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "aftercare.sandbox.enabled=false",
      "spring.main.banner-mode=off",
      "spring.autoconfigure.exclude="
          + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
    })
abstract class ProcessTest {

  /** A claim that every rule accepts: bought last year, cheap to repair, part in stock. */
  static final CoverageFacts COVERED =
      new CoverageFacts("SE", LocalDate.of(2025, 9, 1), 14, 3, true, false, false, 0);

  static final CoverageFacts BURDEN_ON_CONSUMER =
      new CoverageFacts("SE", LocalDate.of(2024, 1, 1), 30, 3, true, false, false, 0);
  static final CoverageFacts JUST_OUT_OF_PERIOD =
      new CoverageFacts("SE", LocalDate.of(2023, 6, 1), 38, 3, true, false, false, 0);
  static final CoverageFacts LONG_OUT_OF_PERIOD =
      new CoverageFacts("SE", LocalDate.of(2019, 6, 1), 80, 3, true, false, false, 0);
  static final RemedyFacts CHEAP_REPAIR =
      new RemedyFacts(true, true, 15, 0, WarrantyClaim.Wish.REPAIR, false);

  private static final Instant OPENED = Instant.parse("2026-11-16T09:00:00Z");
  private static final Commitment INVOICE =
      Commitment.of("W-1", Kind.INVOICE, "I-1", OPENED).expectedOn(LocalDate.of(2026, 12, 16));

  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired RepositoryService repository;
  @Autowired TestClock clock;

  @MockitoBean WarrantyClaims claims;
  @MockitoBean ClaimCoverage coverage;
  @MockitoBean ClaimRemedy remedy;
  @MockitoBean ClaimSettlement settlement;
  @MockitoBean ItemUnwinding unwinding;
  @MockitoBean ItemRepair repair;
  @MockitoBean ItemReplacement replacements;
  @MockitoBean ItemTransport transport;
  @MockitoBean OutcomeFiling filing;
  @MockitoBean Claims store;
  @MockitoBean Commitments commitments;
  @MockitoBean Cases cases;
  @MockitoBean Notifications notifications;
  @MockitoBean Wordings wordings;

  /** Templates in the order in which they were told. */
  final List<String> told = new ArrayList<>();

  private final Set<String> instances = new TreeSet<>();
  private String caseNumber;
  private ServiceCase.Status status;

  @BeforeEach
  void everythingGoesWell() {
    told.clear();
    caseNumber = "W-" + UUID.randomUUID().toString().substring(0, 8);
    status = ServiceCase.Status.OPEN;
    when(cases.find(anyString())).thenAnswer(call -> Optional.of(serviceCase()));
    doAnswer(
            call -> {
              status = call.getArgument(1);
              return null;
            })
        .when(cases)
        .status(anyString(), any());
    doAnswer(
            call -> {
              Notice notice = call.getArgument(0);
              told.add(notice.template());
              assertThat(notice.to()).isInstanceOf(recipientOf(notice.template()));
              return null;
            })
        .when(notifications)
        .tell(any());
    WarrantyClaim claim = mock(WarrantyClaim.class);
    when(claim.country()).thenReturn("SE");
    when(store.require(anyString())).thenReturn(claim);
    when(claims.lookUpCustomer(anyString())).thenReturn(true);
    when(claims.lookUpPurchase(anyString(), any(), any())).thenReturn(PurchaseSearch.FOUND);
    when(claims.check(anyString(), anyBoolean(), anyBoolean())).thenReturn(Finding.NONE);
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(COVERED);
    when(remedy.estimate(anyString())).thenReturn(CHEAP_REPAIR);
    when(remedy.price(anyString(), any())).thenReturn(money("1200"));
    when(settlement.repairedOn(anyString())).thenReturn(LocalDate.of(2026, 11, 20));
    when(settlement.recover(any(), anyString(), any(), any(), anyBoolean()))
        .thenReturn(Recovered.CLAIMED);
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, false, false));
    partIn(0);
    when(repair.bookVisit(any(), anyString())).thenReturn(Optional.of("A-1"));
    when(repair.loanerHelps(anyString())).thenReturn(true);
    when(transport.pickUp(any(), anyString())).thenReturn(Optional.of("S-1"));
    when(transport.returnItem(any(), anyString())).thenReturn(Optional.of("S-2"));
    when(transport.deliverReplacement(any(), anyString())).thenReturn(Optional.of("S-3"));
    when(transport.lend(any(), anyString())).thenReturn(Optional.of("S-4"));
    when(remedy.invoice(any(), anyString())).thenReturn("I-1");
    when(commitments.latest(anyString(), any())).thenReturn(Optional.of(INVOICE));
    when(replacements.order(any(), anyString())).thenReturn(true);
    when(replacements.refund(any(), anyString())).thenReturn(RefundResult.REFUNDED);
  }

  @AfterEach
  void nothingIsLeft() {
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "the test is over"));
    clock.reset();
  }

  /** The part is here after so many days. */
  void partIn(int days) {
    when(repair.reservePart(any(), anyString())).thenReturn(new PartReserved("R-1", days));
  }

  private static Class<? extends Recipient> recipientOf(String template) {
    if (template.startsWith("supplier.") || template.startsWith("shipper.")) {
      return Recipient.ToPartner.class;
    }
    return Set.of("case.human-wanted", "warranty.recall-reported").contains(template)
        ? Recipient.ToTeam.class
        : Recipient.ToCustomer.class;
  }

  static Money money(String amount) {
    return new Money(new BigDecimal(amount), "SEK");
  }

  ServiceCase.Status status() {
    return status;
  }

  String caseNumber() {
    return caseNumber;
  }

  private ServiceCase serviceCase() {
    return new ServiceCase(
        caseNumber,
        WarrantyProcess.KEY,
        "C-1",
        "SE",
        ServiceCase.Channel.API,
        status,
        null,
        OPENED,
        null);
  }

  /** Starts a process and lets it run as far as it can without a person, message or timer. */
  void start(String processKey, Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(Map.of("country", "SE"));
    all.putAll(variables);
    ProcessInstance instance = runtime.startProcessInstanceByKey(processKey, caseNumber, all);
    instances.add(instance.getId());
    run();
  }

  /** Executes every waiting savepoint, and those that follow. */
  void run() {
    List<Job> waiting;
    while (!(waiting = management.createJobQuery().messages().list()).isEmpty()) {
      waiting.forEach(job -> management.executeJob(job.getId()));
    }
  }

  /** When the waiting timer of that event is due. */
  Instant dueDate(String timerId) {
    return management
        .createJobQuery()
        .timers()
        .activityId(timerId)
        .singleResult()
        .getDuedate()
        .toInstant();
  }

  /** The time of that timer has come. */
  void timeIsUp(String timerId) {
    Job timer = management.createJobQuery().timers().activityId(timerId).singleResult();
    assertThat(timer).as("timer %s", timerId).isNotNull();
    management.executeJob(timer.getId());
    run();
  }

  void message(String name, Map<String, Object> variables) {
    runtime
        .createMessageCorrelation(name)
        .processInstanceBusinessKey(caseNumber)
        .setVariables(variables)
        .correlate();
    run();
  }

  void message(String name) {
    message(name, Map.of());
  }

  /** Completes a task as its group does, after a look at what its people see. */
  void complete(String taskKey, String group, Map<String, Object> variables) {
    Task task =
        tasks.createTaskQuery().taskDefinitionKey(taskKey).initializeFormKeys().singleResult();
    assertThat(task).as("task %s", taskKey).isNotNull();
    assertThat(tasks.getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId)
        .containsExactly(group);
    assertThat(task.getDueDate()).as("due date of %s", taskKey).isNotNull();
    assertThat(task.getCamundaFormRef()).as("form of %s", taskKey).isNotNull();
    tasks.complete(task.getId(), variables);
    run();
  }

  void complete(String taskKey, String group, String variable, Object value) {
    complete(taskKey, group, Map.of(variable, value));
  }

  /** The started process has ended, at that end event. */
  void endedAt(String endEventId) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list())
        .as("still running")
        .isEmpty();
    assertThat(passed()).contains(endEventId);
  }

  void waitsAt(String activityId) {
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(null)
                .unfinished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId))
        .contains(activityId);
  }

  /** Every element that the case's processes have entered, called ones too. */
  List<String> passed() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .flatMap(
            instance ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .stream())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  /** Elements of a model that no test of this class has entered; must be none. */
  Set<String> missed(String processKey) {
    Set<String> entered =
        instances.stream()
            .flatMap(
                root ->
                    history
                        .createHistoricProcessInstanceQuery()
                        .rootProcessInstanceId(root)
                        .processDefinitionKey(processKey)
                        .list()
                        .stream())
            .flatMap(
                instance ->
                    history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
            .map(HistoricActivityInstance::getActivityId)
            .collect(Collectors.toSet());
    Set<String> missed = nodes(processKey);
    missed.removeAll(entered);
    return missed;
  }

  private Set<String> nodes(String processKey) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult()
            .getId();
    try (InputStream model = repository.getProcessModel(definition)) {
      return Bpmn.readModelFromStream(model).getModelElementsByType(FlowNode.class).stream()
          .map(FlowNode::getId)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
