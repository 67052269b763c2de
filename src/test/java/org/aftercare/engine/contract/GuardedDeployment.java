package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aftercare.engine.contract.ContractProperties.Mode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Deploys over the guard in the engine of a test that has the product's models, but not the guard.
 */
public final class GuardedDeployment {

  private GuardedDeployment() {}

  /**
   * @param files texts by file name
   * @throws RuntimeException as the guard refuses the files
   */
  public static Deployment deploy(ProcessEngine engine, Map<String, String> files) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    List<Deployer> guarded = new ArrayList<>(configuration.getDeployers());
    guarded.add(0, new ModelContractGuard(ProductVocabulary::read, Mode.REFUSE));
    configuration.getDeploymentCache().setDeployers(guarded);
    try {
      DeploymentBuilder deployment =
          engine.getRepositoryService().createDeployment().name("a modeler's change");
      files.forEach(deployment::addString);
      return deployment.deploy();
    } finally {
      configuration.getDeploymentCache().setDeployers(configuration.getDeployers());
    }
  }
}
