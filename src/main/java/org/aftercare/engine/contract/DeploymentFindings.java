package org.aftercare.engine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;

/**
 * What is wrong with a deployment that was let through, as a text beside its models: there it is
 * seen in Cockpit, and told to whoever deploys the same again.
 */
final class DeploymentFindings {

  /** The text's name in the deployment. */
  static final String NAME = "model-contract.txt";

  private DeploymentFindings() {}

  static void add(CommandContext command, DeploymentEntity deployment, List<Finding> findings) {
    ResourceEntity text = new ResourceEntity();
    text.setName(NAME);
    text.setBytes(
        String.join("\n", findings.stream().map(Finding::describe).toList())
            .getBytes(StandardCharsets.UTF_8));
    text.setDeploymentId(deployment.getId());
    text.setGenerated(true);
    text.setType(ResourceTypes.REPOSITORY.getValue());
    text.setCreateTime(ClockUtil.getCurrentTime());
    command.getResourceManager().insertResource(text);
    deployment.addResource(text);
  }

  /** A deployment that is made from another brings its text, which is no model. */
  static void remove(Map<String, ResourceEntity> resources) {
    resources.remove(NAME);
  }

  /**
   * Each finding in a line of its own; none for a deployment that keeps the contract.
   *
   * @param deployment its id
   */
  static List<String> of(RepositoryService repository, String deployment) {
    if (!repository.getDeploymentResourceNames(deployment).contains(NAME)) {
      return List.of();
    }
    try (var text = repository.getResourceAsStream(deployment, NAME)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
