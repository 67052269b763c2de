package org.aftercare.engine.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The models in the engine's database, as the command that is running sees them. They are read past
 * the rights of whoever deploys: only the check sees them.
 */
final class EngineModels implements DeployedModels {

  @Override
  public Optional<ModelFile> find(ModelFile.Kind kind, String id) {
    CommandContext command = Context.getCommandContext();
    return switch (kind) {
      case PROCESS -> process(command, id);
      case DECISION -> decision(command, id);
      case FORM -> form(command, id);
      case OTHER -> Optional.empty();
    };
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

  private static Optional<ModelFile> process(CommandContext command, String id) {
    ProcessDefinitionEntity found =
        command.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id);
    return found == null
        ? Optional.empty()
        : resource(command, found.getDeploymentId(), found.getResourceName());
  }

  private static Optional<ModelFile> decision(CommandContext command, String id) {
    DecisionDefinition found =
        command.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id);
    return found == null
        ? Optional.empty()
        : resource(command, found.getDeploymentId(), found.getResourceName());
  }

  private static Optional<ModelFile> form(CommandContext command, String id) {
    CamundaFormDefinitionEntity found =
        command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id);
    return found == null
        ? Optional.empty()
        : resource(command, found.getDeploymentId(), found.getResourceName());
  }

  private static Optional<ModelFile> resource(
      CommandContext command, String deployment, String name) {
    ResourceEntity resource =
        command.getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, name);
    return Optional.ofNullable(resource).map(found -> new ModelFile(name, found.getBytes()));
  }
}
