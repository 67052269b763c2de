package org.aftercare.engine.contract;

import jakarta.ws.rs.ApplicationPath;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;

/** The engine's REST API, whose answer to a deployment says what is wrong with it. */
@ApplicationPath("/engine-rest")
class EngineRest extends CamundaJerseyResourceConfig {

  private final RepositoryService repository;

  EngineRest(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  protected void registerAdditionalResources() {
    register(new DeploymentAnswer(repository));
  }
}
