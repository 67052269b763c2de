package org.aftercare.operations;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** How the models call their steps. */
@Component
class StepNames {

  private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

  private final RepositoryService repository;

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
    ModelElementInstance element =
        repository.getBpmnModelInstance(definitionId).getModelElementById(elementId);
    String name = element == null ? null : element.getAttributeValue("name");
    return name == null || name.isBlank() ? elementId : name.strip().replaceAll("\\s+", " ");
  }

  /** The element on the diagram: what is done several times has a body around it. */
  static String elementId(String stepId) {
    return stepId.endsWith(MULTI_INSTANCE_BODY)
        ? stepId.substring(0, stepId.length() - MULTI_INSTANCE_BODY.length())
        : stepId;
  }
}
