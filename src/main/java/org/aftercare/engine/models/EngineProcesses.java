package org.aftercare.engine.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Asks the engine's repository. Nobody is logged in to the engine here, so it hides nothing. */
@Component
class EngineProcesses implements DeployedProcesses {

  private static final Comparator<DeployedProcess> BY_FLOW =
      Comparator.comparing((DeployedProcess process) -> process.flow().isEmpty())
          .thenComparing(DeployedProcess::flow)
          .thenComparing(DeployedProcess::name);

  private final RepositoryService repository;
  private final ModelFolders folders = new ModelFolders();

  EngineProcesses(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public List<DeployedProcess> all() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(this::process)
        .sorted(BY_FLOW)
        .toList();
  }

  @Override
  public Optional<DeployedProcess> find(String processId) {
    return Optional.ofNullable(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult())
        .map(this::process);
  }

  @Override
  public byte[] model(DeployedProcess process) {
    try (InputStream xml = repository.getProcessModel(process.definitionId())) {
      return xml.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be read", e);
    }
  }

  private DeployedProcess process(ProcessDefinition found) {
    String name =
        found.getName() == null || found.getName().isBlank() ? found.getKey() : found.getName();
    return new DeployedProcess(
        found.getId(), found.getKey(), name, found.getVersion(), folders.of(found.getKey()));
  }
}
