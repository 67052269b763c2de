package org.aftercare.engine.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    List<byte[]> names =
        ids.stream()
            .flatMap(id -> Stream.of('"' + id + '"', "'" + id + "'"))
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toList();
    ProcessDefinitionQueryImpl query = new ProcessDefinitionQueryImpl();
    query.latestVersion();
    List<ProcessDefinition> latest =
        command.runWithoutAuthorization(() -> query.executeList(command, null));
    return latest.stream()
        .flatMap(
            found -> resource(command, found.getDeploymentId(), found.getResourceName()).stream())
        .filter(file -> names.stream().anyMatch(name -> holds(file.content(), name)))
        .toList();
  }

  private static boolean holds(byte[] content, byte[] wanted) {
    for (int start = 0; start <= content.length - wanted.length; start++) {
      if (Arrays.equals(content, start, start + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
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
