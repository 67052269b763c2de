package org.aftercare.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the engine must be, whatever the configuration says. Runs after Camunda's own defaults. */
@Component
@Order(Ordering.DEFAULT_ORDER + 10)
class EngineSettings extends SpringBootProcessEnginePlugin {

  private final EngineProperties properties;
  private final ObjectProvider<TaskNotes> notes;
  private final TaskCase taskCase;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<JdbcTaskTimes> times;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final OperationsTexts texts;
  private final ObjectProvider<JdbcInbox> inbox;

  EngineSettings(
      EngineProperties properties,
      ObjectProvider<TaskNotes> notes,
      TaskCase taskCase,
      ApplicationEventPublisher events,
      ObjectProvider<JdbcTaskTimes> times,
      BusinessCalendar calendar,
      Clock clock,
      OperationsTexts texts,
      ObjectProvider<JdbcInbox> inbox) {
    this.properties = properties;
    this.notes = notes;
    this.taskCase = taskCase;
    this.events = events;
    this.times = times;
    this.calendar = calendar;
    this.clock = clock;
    this.texts = texts;
    this.inbox = inbox;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration engine) {
    engine.setDeploymentName(Release.DEPLOYMENT);
    engine.setDeployChangedOnly(true);
    history(engine);
    engine.setHistoryEventProducer(new RecordedHistory());
    engine.setFailedJobCommandFactory(new StepFailureCommands());
    engine.setFailedJobRetryTimeCycle(properties.retryTimeCycle());
    incidentsBecomeTasks(engine);
    everyUserTask(engine);
    nothingFromOutsideIsExecuted(engine);
    // Neither is read here; both write who works when.
    engine.setTaskMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    // The log of failed jobs has each try; the program's log only the last, and once.
    engine.setEnableCmdExceptionLogging(false);
    engine.setEnableReducedJobExceptionLogging(true);
  }

  private void history(SpringProcessEngineConfiguration engine) {
    List<HistoryLevel> levels = new ArrayList<>();
    if (engine.getCustomHistoryLevels() != null) {
      levels.addAll(engine.getCustomHistoryLevels());
    }
    levels.add(new FlowHistoryLevel());
    engine.setCustomHistoryLevels(levels);
    engine.setHistory(FlowHistoryLevel.NAME);
    engine.setHistoryTimeToLive(properties.historyTimeToLive());
    // Without a window Camunda never cleans up.
    engine.setHistoryCleanupBatchWindowStartTime(properties.cleanupFrom().toString());
    engine.setHistoryCleanupBatchWindowEndTime(properties.cleanupUntil().toString());
  }

  private void incidentsBecomeTasks(SpringProcessEngineConfiguration engine) {
    List<IncidentHandler> handlers = new ArrayList<>();
    if (engine.getCustomIncidentHandlers() != null) {
      handlers.addAll(engine.getCustomIncidentHandlers());
    }
    handlers.add(
        new IncidentTasks(calendar, clock, texts, times, taskCase, events, properties.incidents()));
    engine.setCustomIncidentHandlers(handlers);
    engine.getCustomHistoryEventHandlers().add(new IncidentTaskCompletion());
    engine.getCustomHistoryEventHandlers().add(new MessageTaskCompletion(inbox));
  }

  private void everyUserTask(SpringProcessEngineConfiguration engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPreBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPreBPMNParseListeners());
    }
    listeners.add(new TaskNotesParseListener(new TaskNotesListener(notes)));
    listeners.add(new TaskCaseParseListener(taskCase));
    listeners.add(new TaskTimesParseListener(times));
    engine.setCustomPreBPMNParseListeners(listeners);
  }

  private void nothingFromOutsideIsExecuted(SpringProcessEngineConfiguration engine) {
    engine.setScriptEngineResolver(new NoScriptEngines());
    engine.setConfigureScriptEngineHostAccess(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDefaultSerializationFormat("application/json");
  }
}
