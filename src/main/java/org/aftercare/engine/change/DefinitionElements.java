package org.aftercare.engine.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.aftercare.engine.contract.ModelFile;
import org.aftercare.engine.contract.UnreadableModelException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The elements of what is deployed. */
@Component
class DefinitionElements {

  private final RepositoryService repository;

  DefinitionElements(RepositoryService repository) {
    this.repository = repository;
  }

  /** Of one version; none, if its file is so that only the engine can read it. */
  Map<String, ModelElement> of(String definitionId) {
    try (InputStream xml = repository.getProcessModel(definitionId)) {
      return ModelElements.of(new ModelFile(definitionId, xml.readAllBytes())).all();
    } catch (UnreadableModelException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be read", e);
    }
  }
}
