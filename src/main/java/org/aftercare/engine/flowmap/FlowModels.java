package org.aftercare.engine.flowmap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The newest deployed models, read once for one map. Nobody is logged in to the engine here. */
final class FlowModels {

  /** A deployed process with its model. */
  record Process(
      ProcessDefinition definition,
      Instant deployedAt,
      BpmnModelInstance model,
      ReadingOrder order,
      Map<String, List<String>> variables) {

    /** What a variable can hold, as the process declares it; its type if that is all. */
    List<String> values(String variable) {
      return variables.getOrDefault(variable, List.of());
    }
  }

  /** A deployed decision with its model. */
  record Decision(DecisionDefinition definition, DmnModelInstance model) {}

  private static final String DECLARED = "variable.";

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl configuration;
  private final Map<String, ProcessDefinition> latest = new HashMap<>();
  private final Map<String, Instant> deployed = new HashMap<>();
  private final Map<String, Optional<Decision>> decisions = new HashMap<>();
  private final Map<String, FormFields> forms = new HashMap<>();

  FlowModels(RepositoryService repository, ProcessEngineConfigurationImpl configuration) {
    this.repository = repository;
    this.configuration = configuration;
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(definition -> latest.put(definition.getKey(), definition));
  }

  /** The processes that no other calls. */
  List<ProcessDefinition> first() {
    Set<String> called = new HashSet<>();
    latest
        .values()
        .forEach(
            definition ->
                calls(repository.getBpmnModelInstance(definition.getId())).stream()
                    .filter(id -> !id.equals(definition.getKey()))
                    .forEach(called::add));
    return latest.values().stream()
        .filter(definition -> !called.contains(definition.getKey()))
        .toList();
  }

  boolean has(String id) {
    return latest.containsKey(id);
  }

  Process process(String id) {
    ProcessDefinition definition = latest.get(id);
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    return new Process(
        definition,
        deployed.computeIfAbsent(definition.getDeploymentId(), this::deployedAt),
        model,
        ReadingOrder.of(model),
        variables(model));
  }

  private static Map<String, List<String>> variables(BpmnModelInstance model) {
    Map<String, List<String>> found = new TreeMap<>();
    for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
      String name = property.getCamundaName();
      if (name != null && name.startsWith(DECLARED) && property.getCamundaValue() != null) {
        String[] parts = property.getCamundaValue().split(":", 2);
        found.put(
            name.substring(DECLARED.length()),
            Stream.of(parts[parts.length - 1].split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
      }
    }
    return found;
  }

  private Instant deployedAt(String deploymentId) {
    Deployment deployment =
        repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
    return deployment == null ? Instant.EPOCH : deployment.getDeploymentTime().toInstant();
  }

  /** The ids of the processes that a model calls, in their order there. */
  static Set<String> calls(BpmnModelInstance model) {
    Set<String> found = new LinkedHashSet<>();
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      if (call.getCalledElement() != null && !call.getCalledElement().contains("{")) {
        found.add(call.getCalledElement());
      }
    }
    return found;
  }

  Optional<Decision> decision(String id) {
    return decisions.computeIfAbsent(id, this::readDecision);
  }

  private Optional<Decision> readDecision(String id) {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(id)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      return Optional.empty();
    }
    try (InputStream model = repository.getDecisionModel(definition.getId())) {
      return Optional.of(
          new Decision(
              definition, Dmn.readModelFromStream(new ByteArrayInputStream(model.readAllBytes()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FormFields form(String id) {
    return forms.computeIfAbsent(id, this::readForm);
  }

  private FormFields readForm(String id) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              CamundaFormDefinitionEntity form =
                  command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id);
              return form == null
                  ? FormFields.NONE
                  : FormFields.read(
                      command
                          .getResourceManager()
                          .findResourceByDeploymentIdAndResourceName(
                              form.getDeploymentId(), form.getResourceName())
                          .getBytes());
            });
  }

  /** A process and all that it calls, each once, in the order in which they are reached. */
  List<Process> tree(String id, List<String> missing) {
    List<Process> found = new ArrayList<>();
    collect(id, found, new HashSet<>(), missing);
    return found;
  }

  private void collect(String id, List<Process> found, Set<String> seen, List<String> missing) {
    if (!seen.add(id)) {
      return;
    }
    if (!has(id)) {
      missing.add(id);
      return;
    }
    Process process = process(id);
    found.add(process);
    process.order().nodes().stream()
        .filter(CallActivity.class::isInstance)
        .map(call -> ((CallActivity) call).getCalledElement())
        .filter(called -> called != null && !called.contains("{"))
        .forEach(called -> collect(called, found, seen, missing));
  }
}
