package org.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Drives a flow's models: the test itself runs the jobs, lets time pass, sends messages and does
 * people's tasks, so it decides what happens when. Put {@link FlowTest} on the class that extends
 * it.
 */
public abstract class FlowTestBase {

  @Autowired protected RuntimeService runtime;
  @Autowired protected TaskService tasks;
  @Autowired protected ManagementService management;
  @Autowired protected HistoryService history;
  @Autowired protected RepositoryService repository;
  @Autowired protected TestClock clock;

  private final Set<String> caseNumbers = new TreeSet<>();
  private String caseNumber;

  /** A number that no other test has; what follows is about this case. */
  protected final String newCase(String prefix) {
    return follow(prefix + "-" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** What follows is about this case, whose number somebody else has given. */
  protected final String follow(String number) {
    caseNumbers.add(number);
    caseNumber = number;
    return number;
  }

  protected final String caseNumber() {
    return caseNumber;
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

  /** Starts a process and lets it run as far as it can without a person, message or timer. */
  protected final void start(String processKey, Map<String, Object> variables) {
    begin(processKey, variables);
    run();
  }

  /** Starts a process, up to its first savepoint. */
  protected final void begin(String processKey, Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(Map.of("country", "SE"));
    all.putAll(variables);
    runtime.startProcessInstanceByKey(processKey, caseNumber, all);
  }

  /** Executes every waiting savepoint, and those that follow. */
  protected void run() {
    List<Job> waiting;
    while (!(waiting = management.createJobQuery().messages().withRetriesLeft().list()).isEmpty()) {
      waiting.forEach(job -> management.executeJob(job.getId()));
    }
  }

  /**
   * What follows once the test has sent a message, let time pass or done a task: everything runs as
   * far as it can. A test that looks at the savepoints one by one leaves it out.
   */
  protected void goOn() {
    run();
  }

  /** The savepoint at which that element waits; there is one. */
  protected final Job savepoint(String activityId) {
    Job job = management.createJobQuery().messages().activityId(activityId).singleResult();
    assertThat(job).as("savepoint of %s", activityId).isNotNull();
    return job;
  }

  /** Runs everything up to that element's savepoint. */
  protected final void runUntil(String activityId) {
    while (management.createJobQuery().messages().activityId(activityId).count() == 0) {
      List<Job> waiting = management.createJobQuery().messages().list();
      assertThat(waiting).as("on the way to %s", activityId).isNotEmpty();
      waiting.forEach(job -> management.executeJob(job.getId()));
    }
  }

  /** When the waiting timer of that event is due. */
  protected final Instant dueDate(String timerId) {
    return timer(timerId).getDuedate().toInstant();
  }

  /** The time of that timer has come. */
  protected final void timeIsUp(String timerId) {
    management.executeJob(timer(timerId).getId());
    goOn();
  }

  private Job timer(String timerId) {
    Job timer = management.createJobQuery().timers().activityId(timerId).singleResult();
    assertThat(timer).as("timer %s", timerId).isNotNull();
    return timer;
  }

  protected final void message(String name, Map<String, Object> variables) {
    runtime
        .createMessageCorrelation(name)
        .processInstanceBusinessKey(caseNumber)
        .setVariables(variables)
        .correlate();
    goOn();
  }

  protected final void message(String name) {
    message(name, Map.of());
  }

  /** The task of that key; there is one. */
  protected final Task task(String taskKey) {
    Task task =
        tasks.createTaskQuery().taskDefinitionKey(taskKey).initializeFormKeys().singleResult();
    assertThat(task).as("task %s", taskKey).isNotNull();
    return task;
  }

  /** Completes a task as its group does, after a look at what its people see. */
  protected final void complete(String taskKey, String group, Map<String, Object> variables) {
    Task task = task(taskKey);
    assertThat(tasks.getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId)
        .containsExactly(group);
    assertThat(task.getDueDate()).as("due date of %s", taskKey).isNotNull();
    assertThat(task.getCamundaFormRef()).as("form of %s", taskKey).isNotNull();
    tasks.complete(task.getId(), variables);
    goOn();
  }

  protected final void complete(String taskKey, String group, String variable, Object value) {
    complete(taskKey, group, Map.of(variable, value));
  }

  /** The case's processes have ended, at that end event among others. */
  protected final void endedAt(String endEventId) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list())
        .as("still running")
        .isEmpty();
    assertThat(passed()).contains(endEventId);
  }

  protected final void waitsAt(String activityId) {
    assertThat(
            history.createHistoricActivityInstanceQuery().unfinished().list().stream()
                .map(HistoricActivityInstance::getActivityId))
        .contains(activityId);
  }

  /** Every element that the case's processes have entered, called ones too. */
  protected final List<String> passed() {
    return instances(caseNumber).flatMap(this::activities).toList();
  }

  /** Fails for each element of these models that no test of this class has entered. */
  protected final void everyElementWasEntered(String... processKeys) {
    assertThat(processKeys).allSatisfy(key -> assertThat(missed(key)).as(key).isEmpty());
  }

  /** Elements of a model that no test of this class has entered; must be none. */
  protected final Set<String> missed(String processKey) {
    Set<String> missed = nodes(processKey);
    missed.removeAll(
        caseNumbers.stream()
            .flatMap(this::instances)
            .filter(instance -> instance.getProcessDefinitionKey().equals(processKey))
            .flatMap(this::activities)
            .collect(Collectors.toSet()));
    return missed;
  }

  private Stream<HistoricProcessInstance> instances(String ofCase) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(ofCase)
        .list()
        .stream();
  }

  private Stream<String> activities(HistoricProcessInstance instance) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId);
  }

  /** All but the events that start a compensation: history has only what they lead to. */
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
          .filter(
              node ->
                  !(node instanceof BoundaryEvent)
                      || node.getChildElementsByType(CompensateEventDefinition.class).isEmpty())
          .map(FlowNode::getId)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
