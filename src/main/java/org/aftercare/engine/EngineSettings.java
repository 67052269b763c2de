package org.aftercare.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the engine must be, whatever the configuration says. Runs after Camunda's own defaults. */
@Component
@Order(Ordering.DEFAULT_ORDER + 10)
class EngineSettings extends SpringBootProcessEnginePlugin {

  private final EngineProperties properties;

  EngineSettings(EngineProperties properties) {
    this.properties = properties;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration engine) {
    engine.setDeploymentName("Aftercare");
    engine.setDeployChangedOnly(true);
    history(engine);
    engine.setHistoryEventProducer(new RecordedHistory());
    engine.setFailedJobCommandFactory(new StepFailureCommands());
    engine.setFailedJobRetryTimeCycle(properties.retryTimeCycle());
    nothingFromOutsideIsExecuted(engine);
    // Neither is read here; both write who works when.
    engine.setTaskMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
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

  private void nothingFromOutsideIsExecuted(SpringProcessEngineConfiguration engine) {
    engine.setScriptEngineResolver(new NoScriptEngines());
    engine.setConfigureScriptEngineHostAccess(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDefaultSerializationFormat("application/json");
  }
}
