package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
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
import org.aftercare.fulfilment.Commitments;
import org.aftercare.fulfilment.ItemRepair;
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
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturns.Checked;
import org.aftercare.systems.Money;
import org.aftercare.testing.TestClock;
import org.aftercare.testing.TestDatabase;
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
 * A process test of returns: real engine, models, tables and delegates; mocked use cases. The test
 * runs the jobs itself, so it decides what happens when.
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

  private static final Instant OPENED = Instant.parse("2026-11-16T09:00:00Z");
  private static final LocalDate NOTICE = LocalDate.of(2026, 11, 16);

  /** Told to teams. */
  private static final Set<String> INTERNAL = Set.of("case.human-wanted", "returns.refund-due");

  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired RepositoryService repository;
  @Autowired TestClock clock;

  @MockitoBean ProductReturns returns;
  @MockitoBean ReturnTransport sending;
  @MockitoBean ReturnGrading grading;
  @MockitoBean ReturnHandOver handing;
  @MockitoBean Returns store;
  @MockitoBean ItemRepair repair;
  @MockitoBean ItemReplacement replacements;
  @MockitoBean ItemTransport transport;
  @MockitoBean OutcomeFiling filing;
  @MockitoBean ItemUnwinding unwinding;
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
    caseNumber = "R-" + UUID.randomUUID().toString().substring(0, 8);
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
    when(store.require(anyString()))
        .thenAnswer(call -> Samples.confirmed(call.getArgument(0), NOTICE));
    when(returns.lapse(anyString())).thenReturn(true);
    when(returns.lookUpOrder(anyString(), any())).thenReturn(true);
    when(returns.find(anyString()))
        .thenAnswer(call -> Optional.of(Samples.confirmed(call.getArgument(0), NOTICE)));
    right("ONLINE", "NONE", true, false);
    when(sending.bookLabel(any(), anyString())).thenReturn(Optional.of("S-1"));
    when(grading.receive(anyString(), any())).thenReturn(true);
    when(grading.weigh(anyString(), any())).thenReturn(nothingOdd());
    when(grading.informed(anyString())).thenReturn(true);
    when(grading.sellable(anyString())).thenReturn(true);
    refundOf("500");
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, false, false));
    when(transport.deliverReplacement(any(), anyString())).thenReturn(Optional.of("S-3"));
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

  static FraudFacts nothingOdd() {
    return new FraudFacts(true, true, 0.0, 0, 2, 50.0);
  }

  void right(String channel, String exclusion, boolean inTime, boolean defective) {
    when(returns.check(anyString()))
        .thenReturn(new Checked(false, NOTICE, channel, exclusion, inTime, defective));
  }

  void refundOf(String amount) {
    Money zero = new Money(BigDecimal.ZERO, "SEK");
    when(grading.settle(anyString(), any(), anyInt()))
        .thenReturn(new RefundSum(new Money(new BigDecimal(amount), "SEK"), zero, zero, zero));
  }

  private static Class<? extends Recipient> recipientOf(String template) {
    if (template.startsWith("shipper.")) {
      return Recipient.ToPartner.class;
    }
    return INTERNAL.contains(template) ? Recipient.ToTeam.class : Recipient.ToCustomer.class;
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
        ReturnProcess.KEY,
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
