package org.aftercare.engine.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What the guard would say of a deployment, and onto which models it would come. */
@Component
public class ModelReview {

  private final ModelContract contract = new ModelContract();
  private final DeployedModels deployed = new EngineModels();
  private final ProcessEngineConfigurationImpl engine;
  private final SpringVocabulary vocabulary;
  private final ContractProperties properties;

  ModelReview(
      ProcessEngineConfigurationImpl engine,
      ListableBeanFactory beans,
      ContractProperties properties) {
    this.engine = engine;
    this.vocabulary = new SpringVocabulary(beans);
    this.properties = properties;
  }

  /** The findings on files that would be deployed together. */
  public List<Finding> findings(List<ModelFile> files) {
    return inEngine(command -> contract.checkChange(files, vocabulary.read(), deployed));
  }

  /** The paths of those files that a deployment would make new versions of. */
  public Set<String> changed(List<ModelFile> files) {
    return inEngine(command -> ChangedModels.among(files, deployed));
  }

  /** Whether the guard would refuse a deployment with these findings. */
  public boolean refuses(List<Finding> findings) {
    return properties.houseRules().refuses(findings);
  }

  /** The newest deployed version of a process, decision or form. */
  public Optional<ModelFile> deployed(ModelFile.Kind kind, String id) {
    return inEngine(command -> deployed.find(kind, id));
  }

  /** The newest versions of the processes whose files hold one of these ids in quotes. */
  public List<ModelFile> processesNaming(Set<String> ids) {
    return inEngine(command -> deployed.processesNaming(ids));
  }

  private <T> T inEngine(Command<T> work) {
    return engine.getCommandExecutorTxRequired().execute(work);
  }
}
