package org.aftercare.engine.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.aftercare.engine.StaffLogins;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.batch.history.HistoricBatch;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves cases that are under way into the newest version of their process. */
@Component
public class CaseMoves {

  /** Cases of a version that are looked at, and moved, at a time; the others may follow. */
  private static final int LOOKED_AT = 500;

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final HistoryService history;
  private final MigrationPlans plans;
  private final AsStaff asStaff;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transaction;

  CaseMoves(
      RuntimeService runtime,
      RepositoryService repository,
      ManagementService management,
      HistoryService history,
      MigrationPlans plans,
      AsStaff asStaff,
      ProcessEngineConfigurationImpl engine,
      TransactionTemplate transaction) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = management;
    this.history = history;
    this.plans = plans;
    this.asStaff = asStaff;
    this.engine = engine;
    this.transaction = transaction;
  }

  /** What would become of the cases in older versions; empty, if there are none. */
  public List<MigrationProposal> proposals(String processId) {
    return newest(processId).stream()
        .flatMap(target -> plans.check(target.getId(), LOOKED_AT).stream())
        .map(MigrationPlans.Checked::proposal)
        .toList();
  }

  /**
   * Begins to move the cases that can move, a batch for each version; the others are left.
   *
   * @throws ChangeRefusedException if the person may not, or if another move is under way: a case
   *     that two moves hold would stop as an incident
   */
  public List<Move> move(String processId, StaffLogins.Login login) {
    List<MigrationPlans.Checked> checked =
        newest(processId).stream()
            .flatMap(target -> plans.check(target.getId(), LOOKED_AT).stream())
            .filter(found -> !found.movable().isEmpty())
            .toList();
    try {
      return asStaff.call(login, () -> transaction.execute(status -> moveAlone(checked)));
    } catch (AuthorizationException e) {
      throw new ChangeRefusedException(
          "Nothing was moved: you may not move running cases. Operations and administrators may.");
    }
  }

  /**
   * The lock that deployments take, so that two people who press at once come one after the other.
   */
  private List<Move> moveAlone(List<MigrationPlans.Checked> checked) {
    Callable<Boolean> open = this::isMoveUnderWay;
    boolean other =
        engine
            .getCommandExecutorTxRequired()
            .execute(
                command -> {
                  command.getPropertyManager().acquireExclusiveLock();
                  return command.runWithoutAuthorization(open);
                });
    if (other) {
      throw new ChangeRefusedException(
          "Nothing was moved: another move is not over yet. Wait for it, then move the others.");
    }
    return move(checked);
  }

  /** A batch in which only such are left that could not be moved stays, but moves nothing more. */
  private boolean isMoveUnderWay() {
    return management.createBatchQuery().type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).list().stream()
        .flatMap(
            batch -> Stream.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId()))
        .anyMatch(
            jobs ->
                management.createJobQuery().jobDefinitionId(jobs).withRetriesLeft().count() > 0);
  }

  private List<Move> move(List<MigrationPlans.Checked> checked) {
    List<Move> moves = new ArrayList<>();
    for (MigrationPlans.Checked found : checked) {
      List<String> there = stillThere(found);
      if (!there.isEmpty()) {
        Batch batch = runtime.newMigration(found.plan()).processInstanceIds(there).executeAsync();
        moves.add(new Move(batch.getId(), found.proposal().fromVersion(), there.size()));
      }
    }
    return moves;
  }

  /** Without those that another move has taken along, or that have ended, since they were asked. */
  private List<String> stillThere(MigrationPlans.Checked found) {
    Callable<List<ProcessInstance>> there =
        () ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceIds(new HashSet<>(found.movable()))
                .processDefinitionId(found.plan().getSourceProcessDefinitionId())
                .list();
    // Whoever may not move them is told so, and not that there are none.
    return engine
        .getCommandExecutorTxRequired()
        .execute(command -> command.runWithoutAuthorization(there))
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  /** How far a move has come; empty, if there is no such move. */
  public Optional<MoveProgress> progress(String batchId) {
    BatchStatistics running =
        management
            .createBatchStatisticsQuery()
            .type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION)
            .batchId(batchId)
            .singleResult();
    if (running != null) {
      return Optional.of(
          new MoveProgress(
              batchId,
              running.getTotalJobs(),
              running.getCompletedJobs(),
              running.getFailedJobs()));
    }
    HistoricBatch past = history.createHistoricBatchQuery().batchId(batchId).singleResult();
    return past == null || past.getEndTime() == null
        ? Optional.empty()
        : Optional.of(new MoveProgress(batchId, past.getTotalJobs(), past.getTotalJobs(), 0));
  }

  private Optional<ProcessDefinition> newest(String processId) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processId)
            .latestVersion()
            .singleResult());
  }
}
