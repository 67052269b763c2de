package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aftercare.outage.AffectedCustomers.Found;
import org.aftercare.testing.TestDatabase;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The models of an outage with their real delegates, and mocked use cases behind them. */
@TestDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = OutageTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "aftercare.sandbox.enabled=false",
      "spring.main.banner-mode=off",
      "spring.autoconfigure.exclude="
          + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
    })
class OutageProcessTest {

  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private RepositoryService repository;

  @MockitoBean private AffectedCustomers affected;

  private final Set<String> everEntered = new TreeSet<>();

  /** What was told, in rounds. */
  private final List<String> told = new ArrayList<>();

  private String number;

  @BeforeEach
  void oneCustomer() {
    number = "O-" + UUID.randomUUID().toString().substring(0, 8);
    told.clear();
    when(affected.findNext(anyString())).thenReturn(new Found(false, 1));
    when(affected.begin(anyString(), any())).thenReturn(1, 2, 3, 4, 5);
    when(affected.tellNext(anyString(), any(), anyInt()))
        .thenAnswer(
            call -> {
              told.add(call.getArgument(1) + " " + call.getArgument(2));
              return false;
            });
  }

  @AfterAll
  void everyElementWasEntered() {
    for (String process : List.of("outage", "outage-approval", "tell-affected")) {
      Set<String> missed = nodes(process);
      missed.removeAll(everEntered);
      assertThat(missed).as(process).isEmpty();
    }
  }

  @Test
  void tellsWhatHappensFromTheFailureToTheAllClear() {
    when(affected.findNext(number)).thenReturn(new Found(true, 500), new Found(false, 500));
    start();
    verify(affected, times(2)).findNext(number);
    assertThat(told).containsExactly("STARTED 1");

    message("OutageUpdated");
    assertThat(told).containsExactly("STARTED 1", "UPDATED 2");

    timeIsUp("NewsOverdue");
    verify(affected).remind(eq(number), anyString());
    timeIsUp("NewsOverdue");
    verify(affected, times(2)).remind(eq(number), anyString());

    message("OutageEnded");
    assertThat(told).containsExactly("STARTED 1", "UPDATED 2", "ENDED 3");
    verify(affected).close(number);
    endedAt("OutageOver");
  }

  @Test
  void tellsInPortionsUntilEverybodyIsTold() {
    when(affected.tellNext(number, News.STARTED, 1)).thenReturn(true, true, false);
    start();

    verify(affected, times(3)).tellNext(number, News.STARTED, 1);
    verify(affected).begin(number, News.STARTED);
  }

  @Test
  void eachPortionIsATransactionOfItsOwn() {
    when(affected.tellNext(number, News.STARTED, 1)).thenReturn(true, false);
    runtime.startProcessInstanceByKey("outage", number, Map.of("country", "SE"));
    verify(affected, times(0)).findNext(number);
    executeOne();
    verify(affected, times(1)).findNext(number);
    verify(affected, times(0)).tellNext(number, News.STARTED, 1);
    executeOne();
    verify(affected, times(1)).tellNext(number, News.STARTED, 1);
    executeOne();
    verify(affected, times(2)).tellNext(number, News.STARTED, 1);
    remember();
  }

  @Test
  void apologisesForAReportThatWasWrong() {
    start();
    message("OutageWithdrawn");

    assertThat(told).containsExactly("STARTED 1", "WITHDRAWN 2");
    verify(affected).close(number);
    endedAt("OutageOver");
  }

  @Test
  void tellsNobodyWhereNobodyIsAffected() {
    when(affected.findNext(number)).thenReturn(new Found(false, 0));
    start();

    assertThat(told).isEmpty();
    verify(affected).close(number);
    endedAt("NobodyAffected");
  }

  @Test
  void tellsManyOnceAPersonHasApprovedIt() {
    startMany();
    assertThat(told).isEmpty();

    message("OutageUpdated");
    assertThat(told).as("the message will hold it").isEmpty();
    decide("TELL");

    assertThat(told).containsExactly("STARTED 1");
    message("OutageEnded");
    endedAt("OutageOver");
  }

  @Test
  void tellsNobodyWithoutApproval() {
    startMany();
    decide("DO_NOT_TELL");

    assertThat(told).isEmpty();
    verify(affected).close(number);
    endedAt("NotTold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OutageEnded", "OutageWithdrawn"})
  void whatIsOverBeforeApprovalIsToldToNobody(String message) {
    startMany();
    message(message);

    assertThat(told).isEmpty();
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    endedAt("NotTold");
  }

  private void startMany() {
    when(affected.findNext(number)).thenReturn(new Found(false, 501));
    start();
  }

  private void decide(String approval) {
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    assertThat(task.getTaskDefinitionKey()).isEqualTo("ApproveMessage");
    assertThat(tasks.getIdentityLinksForTask(task.getId()))
        .extracting(link -> link.getGroupId())
        .containsExactly("department-heads");
    assertThat(task.getDueDate()).isNotNull();
    tasks.complete(task.getId(), Map.of("outageApproval", approval));
    run();
  }

  private void start() {
    runtime.startProcessInstanceByKey(
        "outage", number, Map.of("country", "SE", "service", "BROADBAND"));
    run();
  }

  private void message(String name) {
    runtime.createMessageCorrelation(name).processInstanceBusinessKey(number).correlate();
    run();
  }

  private void timeIsUp(String timerId) {
    Job timer = management.createJobQuery().timers().activityId(timerId).singleResult();
    assertThat(timer).as(timerId).isNotNull();
    management.executeJob(timer.getId());
    run();
  }

  private void executeOne() {
    management.executeJob(management.createJobQuery().messages().singleResult().getId());
  }

  private void run() {
    List<Job> waiting;
    while (!(waiting = management.createJobQuery().messages().list()).isEmpty()) {
      waiting.forEach(job -> management.executeJob(job.getId()));
    }
    remember();
  }

  private void endedAt(String endEventId) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list())
        .as("still running")
        .isEmpty();
    assertThat(entered()).contains(endEventId);
  }

  private void remember() {
    everEntered.addAll(entered());
  }

  private Set<String> entered() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(number)
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
        .collect(Collectors.toSet());
  }

  @AfterEach
  void nothingIsLeft() {
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "the test is over"));
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
