package org.aftercare.engine.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.CandidateDeployment;
import org.camunda.bpm.engine.repository.DeploymentHandler;
import org.camunda.bpm.engine.repository.DeploymentHandlerFactory;

/**
 * Answers a deployment of which nothing is new with the deployment that has its first model now;
 * Camunda itself would look for one of the same name.
 */
final class UnchangedDeployments implements DeploymentHandlerFactory {

  @Override
  public DeploymentHandler buildDeploymentHandler(ProcessEngine engine) {
    return new DefaultDeploymentHandler(engine) {
      @Override
      public String determineDuplicateDeployment(CandidateDeployment candidate) {
        return holder(candidate).orElseGet(() -> super.determineDuplicateDeployment(candidate));
      }
    };
  }

  /** Of the first process, or, where there is none, of the first decision or form. */
  private static Optional<String> holder(CandidateDeployment candidate) {
    EngineModels deployed = new EngineModels();
    List<ModelFile> files =
        candidate.getResources().values().stream()
            .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
            .sorted(Comparator.comparing(ModelFile::kind).thenComparing(ModelFile::path))
            .toList();
    return files.stream()
        .flatMap(
            file ->
                ChangedModels.definitions(file).stream()
                    .sorted()
                    .flatMap(id -> deployed.deploymentOf(file.kind(), id).stream()))
        .findFirst();
  }
}
