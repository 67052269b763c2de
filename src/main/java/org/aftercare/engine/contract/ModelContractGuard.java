package org.aftercare.engine.contract;

import java.util.List;
import java.util.function.Supplier;
import org.aftercare.engine.Release;
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
    List<Finding> findings =
        isRelease(deployment)
            ? contract.checkPart(files, vocabulary.get(), deployed)
            : contract.checkChange(files, vocabulary.get(), deployed);
    if (refuses(findings)) {
      throw new ModelContractException("Nothing was deployed: " + FindingsReport.of(findings));
    }
    findings.forEach(finding -> LOG.warn("Model contract: {}", finding.describe()));
  }

  private boolean refuses(List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.nature() == Finding.Nature.ENGINE
                    || houseRules == ContractProperties.Mode.REFUSE);
  }

  /**
   * The product deploys its own models as it starts, when nobody has logged in. They come with
   * their code, and tests vouch for both; a start that older models of the server could refuse
   * would leave operations without a remedy.
   */
  private static boolean isRelease(DeploymentEntity deployment) {
    return Release.DEPLOYMENT.equals(deployment.getName())
        && Context.getCommandContext().getAuthenticatedUserId() == null;
  }
}
