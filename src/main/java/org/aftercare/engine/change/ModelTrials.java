package org.aftercare.engine.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aftercare.engine.contract.Finding;
import org.aftercare.engine.contract.ModelReview;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says what a deployment of some files would do, and leaves everything as it is. */
@Component
public class ModelTrials {

  /** Instances that are looked at one by one, while other deployments wait: of all processes. */
  private static final int LOOKED_AT = 500;

  /** Of each process at least so many. */
  private static final int LOOKED_AT_LEAST = 10;

  private static final Logger LOG = LoggerFactory.getLogger(ModelTrials.class);

  private static final Remark NOT_ASKED =
      new Remark(
          false,
          "Cases under way",
          "",
          "",
          "trial",
          "It took too long to ask them whether they can move.",
          "Others' deployments wait during a trial.",
          "Try fewer files at once. Deploying is not hindered, and moving asks again.");

  private final ModelReview review;
  private final UploadedModels uploads;
  private final TrialDeployment trialDeployment;
  private final MigrationPlans plans;

  ModelTrials(
      ModelReview review,
      UploadedModels uploads,
      TrialDeployment trialDeployment,
      MigrationPlans plans) {
    this.review = review;
    this.uploads = uploads;
    this.trialDeployment = trialDeployment;
    this.plans = plans;
  }

  /**
   * Tries a deployment.
   *
   * @param files the files that would be deployed together, whatever they hold
   */
  public Trial tryOut(List<ModelUpload> files) {
    List<UploadedModel> models = uploads.read(files);
    List<Finding> findings =
        review.findings(
            models.stream()
                .filter(UploadedModel::wouldBeDeployed)
                .map(UploadedModel::file)
                .toList());
    boolean refused = review.refuses(findings);
    List<TriedModel> tried = models.stream().map(UploadedModel::tried).toList();
    List<Remark> remarks = findings.stream().map(Remark::of).toList();
    if (refused) {
      return new Trial(tried, remarks, true, "");
    }
    try {
      Map<String, List<MigrationProposal>> proposals = proposals(models);
      return new Trial(
          tried.stream()
              .map(
                  model ->
                      model.kind() == TriedModel.Kind.PROCESS
                          ? model.with(proposals.getOrDefault(model.id(), List.of()))
                          : model)
              .toList(),
          remarks,
          false,
          "");
    } catch (ProcessEnginePersistenceException e) {
      LOG.warn("Cases could not be asked whether they can move", e);
      List<Remark> all = new ArrayList<>(remarks);
      all.add(NOT_ASKED);
      return new Trial(tried, all, false, "");
    } catch (ProcessEngineException e) {
      return new Trial(tried, remarks, true, e.getMessage());
    }
  }

  private Map<String, List<MigrationProposal>> proposals(List<UploadedModel> models) {
    List<UploadedModel> deployable =
        models.stream().filter(UploadedModel::wouldBeDeployed).toList();
    if (deployable.isEmpty()) {
      return Map.of();
    }
    return trialDeployment.within(deployable, this::proposals);
  }

  private Map<String, List<MigrationProposal>> proposals(DeploymentWithDefinitions deployment) {
    List<ProcessDefinition> targets =
        deployment.getDeployedProcessDefinitions() == null
            ? new ArrayList<>()
            : deployment.getDeployedProcessDefinitions();
    int each = Math.max(LOOKED_AT_LEAST, LOOKED_AT / Math.max(1, targets.size()));
    return targets.stream()
        .collect(
            Collectors.toMap(
                ProcessDefinition::getKey,
                target ->
                    plans.check(target.getId(), each).stream()
                        .map(MigrationPlans.Checked::proposal)
                        .toList(),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
