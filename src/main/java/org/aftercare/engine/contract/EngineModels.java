package org.aftercare.engine.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/**
 * The models in the engine's database, as the command that is running sees them. They are read past
 * the rights of whoever deploys: only the check sees them.
 */
final class EngineModels implements DeployedModels {

  @Override
  public Optional<ModelFile> find(ModelFile.Kind kind, String id) {
    return newest(kind, id)
        .flatMap(
            found ->
                resource(
                    Context.getCommandContext(), found.getDeploymentId(), found.getResourceName()));
  }

  /** The id of the deployment that has the newest version. */
  Optional<String> deploymentOf(ModelFile.Kind kind, String id) {
    return newest(kind, id).map(ResourceDefinition::getDeploymentId);
  }

  @Override
  public List<ModelFile> processesNaming(Set<String> ids) {
    CommandContext command = Context.getCommandContext();
    ProcessDefinitionQueryImpl query = new ProcessDefinitionQueryImpl();
    query.latestVersion();
    List<ProcessDefinition> latest =
        command.runWithoutAuthorization(() -> query.executeList(command, null));
    return latest.stream()
        .flatMap(
            found -> resource(command, found.getDeploymentId(), found.getResourceName()).stream())
        .filter(file -> file.quotes(ids))
        .toList();
  }

  /** The newest version of a process, decision or form. */
  static Optional<ResourceDefinition> newest(ModelFile.Kind kind, String id) {
    CommandContext command = Context.getCommandContext();
    return Optional.ofNullable(
        switch (kind) {
          case PROCESS ->
              command.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id);
          case DECISION ->
              command.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id);
          case FORM -> command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id);
          case OTHER -> null;
        });
  }

  private static Optional<ModelFile> resource(
      CommandContext command, String deployment, String name) {
    ResourceEntity resource =
        command.getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, name);
    return Optional.ofNullable(resource).map(found -> new ModelFile(name, found.getBytes()));
  }
}
