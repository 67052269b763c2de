package org.aftercare.engine.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.Release;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A deployment that gives new versions only to what changed. Camunda itself compares files with
 * those of the same name in deployments of the same name and source, and only if it is asked to: a
 * modeler's first deployment would give a new version to everything.
 */
final class ChangedOnlyDeployment extends DeployCmd {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ChangedOnlyDeployment.class);

  ChangedOnlyDeployment(DeploymentBuilderImpl builder) {
    super(builder);
  }

  /** Is asked under the engine's lock for deployments. */
  @Override
  protected Map<String, ResourceEntity> resolveResourcesToDeploy(
      CommandContext command, DeploymentEntity candidate) {
    if (candidate.getTenantId() != null && !candidate.getTenantId().isBlank()) {
      throw new BadUserRequestException(
          "Nothing was deployed: this server has no tenants, and a second definition with the same"
              + " id under a tenant would stop every case. Remedy: Leave the tenant id empty.");
    }
    DeploymentFindings.remove(candidate.getResources());
    Map<String, ResourceEntity> files =
        isRelease(command, candidate)
            ? changedSinceTheLastRelease(command, candidate)
            : changed(candidate.getResources());
    if (files.isEmpty() && deploymentBuilder.getProcessDefinitionsActivationDate() != null) {
      // Camunda would suspend what is deployed already until then.
      throw new BadUserRequestException(
          "Nothing was deployed: all files are as on the server already, so there is nothing to"
              + " activate later. Remedy: Leave the time of activation out.");
    }
    return files;
  }

  private static Map<String, ResourceEntity> changed(Map<String, ResourceEntity> resources) {
    Map<String, ResourceEntity> changed = new HashMap<>(resources);
    changed.keySet().retainAll(ChangedModels.among(files(resources), new EngineModels()));
    return changed;
  }

  /**
   * What the release brings that the server has not had since the last release that changed it.
   * What a modeler has changed since then stays: a start of the same program again must not take it
   * back.
   */
  private Map<String, ResourceEntity> changedSinceTheLastRelease(
      CommandContext command, DeploymentEntity candidate) {
    Map<String, ResourceEntity> changed =
        new HashMap<>(super.resolveResourcesToDeploy(command, candidate));
    VersionsSinceRelease versions = new VersionsSinceRelease(command);
    for (ModelFile file : files(changed)) {
      Set<String> ids = ChangedModels.definitions(file);
      if (!ids.isEmpty() && ids.stream().allMatch(id -> versions.include(file, id))) {
        changed.remove(file.path());
      } else if (ids.stream().anyMatch(id -> versions.isNewestOfOthers(file.kind(), id))) {
        LOG.warn(
            "The release brings a new {} and so replaces what was deployed on this server after the last release",
            file.path());
      }
    }
    return changed;
  }

  private static List<ModelFile> files(Map<String, ResourceEntity> resources) {
    return resources.values().stream()
        .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
        .toList();
  }

  /**
   * The product deploys its own models as it starts, when nobody has logged in.
   *
   * @param deployment the deployment that is about to be made
   */
  static boolean isRelease(CommandContext command, DeploymentEntity deployment) {
    return Release.DEPLOYMENT.equals(deployment.getName())
        && command.getAuthenticatedUserId() == null;
  }
}
