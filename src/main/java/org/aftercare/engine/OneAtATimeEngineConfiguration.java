package org.aftercare.engine;

import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.Resource;

/**
 * Builds the engine, its tables and its first deployment while no other node does: Camunda itself
 * looks whether tables and deployments exist and then makes them, which two nodes at once do twice.
 */
class OneAtATimeEngineConfiguration extends SpringProcessEngineConfiguration {

  private static final String MODELS = "/bpmn/";

  private final StartUpLock lock;

  OneAtATimeEngineConfiguration(StartUpLock lock) {
    this.lock = lock;
  }

  @Override
  public ProcessEngine buildProcessEngine() {
    return lock.alone(super::buildProcessEngine);
  }

  /**
   * A model keeps its name wherever the program lies. Camunda would take the absolute path of a
   * file but the bare name of a jar's entry, and deploy everything again after a move.
   */
  @Override
  protected String getFileResourceName(Resource resource) {
    try {
      String url = resource.getURL().toString();
      int models = url.lastIndexOf(MODELS);
      return models < 0 ? resource.getFilename() : url.substring(models + MODELS.length());
    } catch (IOException e) {
      return resource.getFilename();
    }
  }
}
