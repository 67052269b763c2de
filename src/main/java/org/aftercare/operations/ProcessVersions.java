package org.aftercare.operations;

import java.util.List;
import java.util.function.Predicate;
import org.aftercare.api.ProblemException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** The versions of processes that are or were deployed. */
@Component
class ProcessVersions {

  private final RepositoryService repository;
  private final StepNames names;

  ProcessVersions(RepositoryService repository, StepNames names) {
    this.repository = repository;
    this.names = names;
  }

  /**
   * One version of a process.
   *
   * @param definitionId its id in the engine
   */
  record Version(String definitionId, String processKey) {}

  /** An end event of a model. */
  record End(String id, String name) {}

  /**
   * @throws ProblemException 404 if there is none of that id, or one may not see it
   */
  Version find(String definitionId, Predicate<String> maySee) {
    ProcessDefinition found =
        repository.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult();
    if (found == null || !maySee.test(found.getKey())) {
      throw ProblemException.notFound("process definition");
    }
    return new Version(found.getId(), found.getKey());
  }

  /** The ids of all versions of the same process. */
  List<String> all(Version version) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(version.processKey())
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .map(ProcessDefinition::getId)
        .toList();
  }

  /** Where an instance of this version may end. */
  List<End> ends(Version version) {
    return repository
        .getBpmnModelInstance(version.definitionId())
        .getModelElementsByType(EndEvent.class)
        .stream()
        .filter(end -> end.getParentElement() instanceof Process)
        .map(end -> new End(end.getId(), names.of(version.definitionId(), end.getId())))
        .toList();
  }
}
