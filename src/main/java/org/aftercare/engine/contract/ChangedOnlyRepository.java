package org.aftercare.engine.contract;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** Deploys, whoever asks and however, only what changed. */
final class ChangedOnlyRepository extends RepositoryServiceImpl {

  @Override
  public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
    return commandExecutor.execute(new ChangedOnlyDeployment(builder));
  }
}
