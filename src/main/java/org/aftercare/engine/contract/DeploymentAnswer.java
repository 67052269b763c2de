package org.aftercare.engine.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;

/**
 * Tells whoever deploys over REST what is wrong with the models although they were deployed.
 * Camunda Modeler shows nothing of an answer but a link to the deployment in Cockpit, where the
 * same text lies beside the models.
 */
final class DeploymentAnswer implements ContainerResponseFilter {

  /** How many findings there are; missing if there are none. */
  static final String HEADER = "Model-Contract-Findings";

  private final RepositoryService repository;

  DeploymentAnswer(RepositoryService repository) {
    this.repository = repository;
  }

  /** Camunda's answer, and the findings as the check prints them. */
  private record WithFindings(
      @JsonUnwrapped DeploymentWithDefinitionsDto deployment, List<String> findings) {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof DeploymentWithDefinitionsDto deployment) {
      List<String> findings = findings(deployment.getId());
      if (!findings.isEmpty()) {
        response.getHeaders().putSingle(HEADER, findings.size());
        response.setEntity(
            new WithFindings(deployment, findings),
            response.getEntityAnnotations(),
            response.getMediaType());
      }
    }
  }

  private List<String> findings(String deployment) {
    try {
      return DeploymentFindings.of(repository, deployment);
    } catch (AuthorizationException e) {
      // Who may deploy may deploy the same again without the right to read what another deployed.
      return List.of();
    }
  }
}
