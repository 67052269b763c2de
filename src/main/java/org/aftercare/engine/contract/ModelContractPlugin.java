package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;

/** Deploys only what changed, and puts the guard before the engine's own deployers. */
final class ModelContractPlugin extends AbstractProcessEnginePlugin {

  private final Deployer guard;

  ModelContractPlugin(Deployer guard) {
    this.guard = guard;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<Deployer> first = new ArrayList<>();
    first.add(guard);
    if (configuration.getCustomPreDeployers() != null) {
      first.addAll(configuration.getCustomPreDeployers());
    }
    configuration.setCustomPreDeployers(first);
    configuration.setRepositoryService(new ChangedOnlyRepository());
    configuration.setDeploymentHandlerFactory(new UnchangedDeployments());
  }
}
