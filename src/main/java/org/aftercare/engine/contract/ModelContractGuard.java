package org.aftercare.engine.contract;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every new deployment, whoever makes it, and refuses it as a whole if the engine would
 * refuse one model, or if one breaks the contract, or breaks a deployed process that refers to it.
 * What is deployed already is not checked again, so that running cases always find their models.
 */
final class ModelContractGuard implements Deployer {

  private static final Logger LOG = LoggerFactory.getLogger(ModelContractGuard.class);

  private final ModelContract contract = new ModelContract();
  private final DeployedModels deployed = new EngineModels();
  private final Supplier<ModelVocabulary> vocabulary;
  private final ContractProperties.Mode houseRules;

  /**
   * @param vocabulary read at each deployment, since the code's beans are there only then
   */
  ModelContractGuard(Supplier<ModelVocabulary> vocabulary, ContractProperties.Mode houseRules) {
    this.vocabulary = vocabulary;
    this.houseRules = houseRules;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    List<ModelFile> files =
        deployment.getResources().values().stream()
            .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
            .toList();
    // A release comes with its code, and tests vouch for both; a start that older models of the
    // server could refuse would leave operations without a remedy.
    List<Finding> findings =
        ChangedOnlyDeployment.isRelease(Context.getCommandContext(), deployment)
            ? contract.checkPart(files, vocabulary.get(), deployed)
            : contract.checkChange(files, vocabulary.get(), deployed);
    if (houseRules.refuses(findings)) {
      throw new ModelContractException("Nothing was deployed: " + FindingsReport.of(findings));
    }
    if (!findings.isEmpty()) {
      findings.forEach(finding -> LOG.warn("Model contract: {}", finding.describe()));
      DeploymentFindings.add(Context.getCommandContext(), deployment, findings);
    }
  }
}
