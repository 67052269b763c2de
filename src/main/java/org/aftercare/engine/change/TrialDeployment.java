package org.aftercare.engine.change;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys in a transaction that is rolled back, because the engine makes migration plans only
 * between versions that it has. Nobody else sees the deployment; those who deploy at the same time
 * wait until it is gone.
 */
@Component
class TrialDeployment {

  private static final String NAME = "Only tried";

  /** So long others' deployments wait at the most. */
  private static final int SECONDS = 30;

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transaction;

  TrialDeployment(
      RepositoryService repository,
      ProcessEngineConfigurationImpl engine,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(SECONDS);
  }

  /**
   * Does something while the files are deployed.
   *
   * @throws org.camunda.bpm.engine.ProcessEngineException if the guard or the engine refuses them
   */
  <T> T within(List<UploadedModel> models, Function<DeploymentWithDefinitions, T> work) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          DeploymentBuilder builder = repository.createDeployment().name(NAME);
          models.forEach(
              model ->
                  builder.addInputStream(
                      model.file().path(), new ByteArrayInputStream(model.file().content())));
          DeploymentWithDefinitions deployment = builder.deployWithResult();
          try {
            return work.apply(deployment);
          } finally {
            forget(deployment);
          }
        });
  }

  /** The engine keeps what it has parsed in memory, which no transaction takes back. */
  private void forget(DeploymentWithDefinitions deployment) {
    DeploymentCache cache = engine.getDeploymentCache();
    ids(deployment.getDeployedProcessDefinitions(), d -> d.getId())
        .forEach(cache::removeProcessDefinition);
    ids(deployment.getDeployedDecisionDefinitions(), d -> d.getId())
        .forEach(cache::removeDecisionDefinition);
    ids(deployment.getDeployedDecisionRequirementsDefinitions(), d -> d.getId())
        .forEach(cache::removeDecisionRequirementsDefinition);
    if (deployment instanceof DeploymentEntity entity) {
      ids(entity.getDeployedArtifacts(CamundaFormDefinitionEntity.class), d -> d.getId())
          .forEach(cache::removeCamundaFormDefinition);
    }
  }

  private static <D> List<String> ids(List<D> definitions, Function<D, String> id) {
    return definitions == null ? List.of() : definitions.stream().map(id).toList();
  }
}
