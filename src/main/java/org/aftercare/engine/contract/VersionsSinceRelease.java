package org.aftercare.engine.contract;

import java.util.Arrays;
import org.aftercare.engine.Release;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** The versions of a definition from its newest back to the one that a release brought last. */
final class VersionsSinceRelease {

  private final CommandContext command;

  VersionsSinceRelease(CommandContext command) {
    this.command = command;
  }

  /** Whether one of them is, byte for byte, this file. */
  boolean include(ModelFile file, String id) {
    int newest = EngineModels.newest(file.kind(), id).map(ResourceDefinition::getVersion).orElse(0);
    for (int version = newest; version > 0; version--) {
      ResourceDefinition found = version(file.kind(), id, version);
      if (found != null && isFrom(file, found)) {
        return true;
      }
      if (found != null && isOfRelease(found)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the newest version came from somebody else than a release. */
  boolean isNewestOfOthers(ModelFile.Kind kind, String id) {
    return EngineModels.newest(kind, id).filter(newest -> !isOfRelease(newest)).isPresent();
  }

  private boolean isFrom(ModelFile file, ResourceDefinition definition) {
    ResourceEntity resource =
        command
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                definition.getDeploymentId(), definition.getResourceName());
    return resource != null && Arrays.equals(resource.getBytes(), file.content());
  }

  private boolean isOfRelease(ResourceDefinition definition) {
    DeploymentEntity deployment =
        command.getDeploymentManager().findDeploymentById(definition.getDeploymentId());
    return deployment != null && Release.DEPLOYMENT.equals(deployment.getName());
  }

  private ResourceDefinition version(ModelFile.Kind kind, String id, int version) {
    return switch (kind) {
      case PROCESS ->
          command
              .getProcessDefinitionManager()
              .findProcessDefinitionByKeyVersionAndTenantId(id, version, null);
      case DECISION ->
          command
              .getDecisionDefinitionManager()
              .findDecisionDefinitionByKeyVersionAndTenantId(id, version, null);
      case FORM ->
          command
              .getCamundaFormDefinitionManager()
              .findDefinitionByKeyVersionAndTenantId(id, version, null);
      case OTHER -> null;
    };
  }
}
