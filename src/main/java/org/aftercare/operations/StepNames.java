package org.aftercare.operations;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** How the models call their steps. */
@Component
class StepNames {

  private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

  private final RepositoryService repository;

  /** By version and element; a version never changes. */
  private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

  StepNames(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * The step's label in that version of the model, or its id if it has none.
   *
   * @param definitionId {@code null} for what belongs to no process
   */
  String of(String definitionId, String stepId) {
    if (definitionId == null || stepId == null) {
      return stepId;
    }
    String elementId = elementId(stepId);
    return known.computeIfAbsent(definitionId, this::read).getOrDefault(elementId, elementId);
  }

  private Map<String, String> read(String definitionId) {
    Map<String, String> names = new HashMap<>();
    for (FlowElement element :
        repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowElement.class)) {
      String name = element.getName();
      if (name != null && !name.isBlank()) {
        names.put(element.getId(), name.strip().replaceAll("\\s+", " "));
      }
    }
    return Map.copyOf(names);
  }

  /** The element on the diagram: what is done several times has a body around it. */
  static String elementId(String stepId) {
    return stepId.endsWith(MULTI_INSTANCE_BODY)
        ? stepId.substring(0, stepId.length() - MULTI_INSTANCE_BODY.length())
        : stepId;
  }
}
