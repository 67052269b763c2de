package org.aftercare.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps messages from cutting steps off. A message such as a cancellation ends what its case is at,
 * and that may be a step which has asked another system for something and has not heard of it:
 * nobody would then know of what that system has done, and nobody would take it back.
 */
@Component
class StepsUnderWay {

  private static final String INSTANCES =
      """
      select P.* from ACT_RU_EXECUTION P
      join ACT_RU_EXECUTION R on R.ID_ = P.ROOT_PROC_INST_ID_
      where P.PARENT_ID_ is null and R.BUSINESS_KEY_ = #{caseNumber}
      """;

  private final RuntimeService runtime;
  private final ManagementService management;
  private final ProcessEngineConfigurationImpl engine;
  private final JdbcClient jdbc;

  StepsUnderWay(
      RuntimeService runtime,
      ManagementService management,
      ProcessEngineConfigurationImpl engine,
      JdbcClient jdbc) {
    this.runtime = runtime;
    this.management = management;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  /**
   * Runs a delivery in the caller's transaction.
   *
   * @throws CutOffException if it ends a step under way, so that the caller rolls it back
   */
  void deliver(String caseNumber, Runnable delivery) {
    // One command for both: a step that a node takes up in between then collides with the delivery.
    List<JobEntity> underWay =
        engine
            .getCommandExecutorTxRequired()
            .execute(
                context -> {
                  List<JobEntity> found = underWay(caseNumber);
                  delivery.run();
                  return found;
                });
    if (underWay.isEmpty()) {
      return;
    }
    Set<String> left =
        management
            .createJobQuery()
            .jobIds(underWay.stream().map(JobEntity::getId).collect(Collectors.toSet()))
            .list()
            .stream()
            .map(Job::getId)
            .collect(Collectors.toSet());
    List<JobEntity> cutOff =
        underWay.stream().filter(job -> !left.contains(job.getId()) && mayHaveAsked(job)).toList();
    if (!cutOff.isEmpty()) {
      throw new CutOffException(cutOff.stream().anyMatch(job -> job.getRetries() == 0));
    }
  }

  /** What a node is at or was at when it ended, and what has failed and waits for another try. */
  private List<JobEntity> underWay(String caseNumber) {
    Set<String> instances =
        runtime
            .createNativeExecutionQuery()
            .sql(INSTANCES)
            .parameter("caseNumber", caseNumber)
            .list()
            .stream()
            .map(Execution::getId)
            .collect(Collectors.toSet());
    return instances.isEmpty()
        ? List.of()
        : management.createJobQuery().processInstanceIds(instances).list().stream()
            .map(JobEntity.class::cast)
            .filter(job -> job.getLockOwner() != null || job.getExceptionMessage() != null)
            .toList();
  }

  private boolean mayHaveAsked(JobEntity job) {
    return job.getLockOwner() != null
        || jdbc.sql("select count(*) from remote_call where step = :step")
                .param("step", new StepKey(job.getProcessInstanceId(), activity(job), 1).step())
                .query(Long.class)
                .single()
            > 0;
  }

  private String activity(JobEntity job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  /** The delivery would have ended a step under way. */
  static class CutOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean stopped;

    CutOffException(boolean stopped) {
      super("The message would cut off a step that is under way.");
      this.stopped = stopped;
    }

    /** Whether the step waits for a person, so that asking again soon is of no use. */
    boolean isStopped() {
      return stopped;
    }
  }
}
