package org.aftercare.engine.flowmap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.NoticeFacts;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Reads the newest models, and reads them anew as soon as anything is deployed or taken away. */
@Component
class EngineFlowMaps implements FlowMaps {

  private static final NoticeFacts NOTHING =
      (template, reader) -> new NoticeFacts.Told(Set.of(), Set.of());

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl configuration;
  private final Map<String, MessageSenders.Sent> messages = new HashMap<>();
  private final NoticeFacts notices;
  private final Environment settings;
  private final CodeData code = CodeData.read();
  private final Map<String, FlowMap> read = new HashMap<>();
  private Stand stand = new Stand(0, "");

  EngineFlowMaps(
      ProcessEngine engine,
      ObjectProvider<MessageSenders> senders,
      ObjectProvider<NoticeFacts> notices,
      Environment settings) {
    this.repository = engine.getRepositoryService();
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    senders
        .orderedStream()
        .flatMap(module -> module.all().stream())
        .forEach(sent -> messages.put(sent.name(), sent));
    this.notices = notices.getIfAvailable(() -> NOTHING);
    this.settings = settings;
  }

  @Override
  public List<FlowTitle> flows() {
    return models().first().stream()
        .map(first -> new FlowTitle(first.getKey(), name(first), first.getVersion()))
        .sorted(Comparator.comparing(FlowTitle::name))
        .toList();
  }

  @Override
  public synchronized Optional<FlowMap> of(String flow) {
    Stand now = stand();
    if (!now.equals(stand)) {
      read.clear();
      stand = now;
    }
    if (!read.containsKey(flow)) {
      FlowModels models = models();
      if (!models.has(flow)) {
        return Optional.empty();
      }
      read.put(
          flow,
          new FlowMapReader(code, models, messages, notices, settings::resolvePlaceholders)
              .read(flow));
    }
    return Optional.of(read.get(flow));
  }

  private Stand stand() {
    return new Stand(
        repository.createDeploymentQuery().count(),
        repository.createDeploymentQuery().orderByDeploymentTime().desc().listPage(0, 1).stream()
            .map(Deployment::getId)
            .findFirst()
            .orElse(""));
  }

  private FlowModels models() {
    return new FlowModels(repository, configuration);
  }

  static String name(ProcessDefinition definition) {
    return definition.getName() == null || definition.getName().isBlank()
        ? definition.getKey()
        : definition.getName();
  }

  /** Which deployments there are, told by their number and the newest. */
  private record Stand(long count, String newest) {}
}
