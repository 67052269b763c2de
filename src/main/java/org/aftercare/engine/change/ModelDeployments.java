package org.aftercare.engine.change;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.aftercare.engine.StaffLogins;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Deploys files with the rights of whoever wants it, past the guard that stands there for all. */
@Component
public class ModelDeployments {

  private static final String NAME = "Changed models";
  private static final String SOURCE = "Try a change";

  private final RepositoryService repository;
  private final UploadedModels uploads;
  private final AsStaff asStaff;

  ModelDeployments(RepositoryService repository, UploadedModels uploads, AsStaff asStaff) {
    this.repository = repository;
    this.uploads = uploads;
    this.asStaff = asStaff;
  }

  /**
   * Deploys those of the files that differ from what is deployed, together or not at all.
   *
   * @throws ChangeRefusedException if the guard, the engine or the person's rights do not allow it
   */
  public DeployedChange deploy(List<ModelUpload> files, StaffLogins.Login login) {
    List<UploadedModel> changed =
        uploads.read(files).stream().filter(UploadedModel::wouldBeDeployed).toList();
    if (changed.isEmpty()) {
      throw new ChangeRefusedException(
          "Nothing was deployed: no file differs from what is deployed already.");
    }
    DeploymentBuilder builder = repository.createDeployment().name(NAME).source(SOURCE);
    changed.forEach(
        model ->
            builder.addInputStream(
                model.file().path(), new ByteArrayInputStream(model.file().content())));
    try {
      DeploymentWithDefinitions deployment = asStaff.call(login, builder::deployWithResult);
      return deployed(changed, deployment);
    } catch (AuthorizationException e) {
      throw new ChangeRefusedException(
          "Nothing was deployed: you may try changes, but not deploy them. An administrator can"
              + " give you that right in Admin (Authorizations, Deployment, Create).");
    } catch (ProcessEngineException e) {
      throw new ChangeRefusedException(e.getMessage());
    }
  }

  private static DeployedChange deployed(
      List<UploadedModel> changed, DeploymentWithDefinitions deployment) {
    List<DeployedChange.Version> versions = new ArrayList<>();
    if (deployment.getDeployedProcessDefinitions() != null) {
      for (ProcessDefinition process : deployment.getDeployedProcessDefinitions()) {
        versions.add(new DeployedChange.Version(process.getKey(), process.getVersion()));
      }
    }
    return new DeployedChange(
        versions,
        changed.stream()
            .map(UploadedModel::tried)
            .filter(model -> model.kind() != TriedModel.Kind.PROCESS)
            .map(TriedModel::fileName)
            .toList());
  }
}
