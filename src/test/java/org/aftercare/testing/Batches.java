package org.aftercare.testing;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;

/** Does the work of the engine's batches where no job executor does. */
public final class Batches {

  private static final int MOST_ROUNDS = 20;

  private Batches() {}

  /** Runs the jobs of all batches that there are until each has ended. */
  public static void run(ManagementService management) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      for (Batch batch : management.createBatchQuery().list()) {
        jobs(management, batch).forEach(job -> management.executeJob(job.getId()));
      }
    }
  }

  private static List<Job> jobs(ManagementService management, Batch batch) {
    return Stream.of(
            batch.getSeedJobDefinitionId(),
            batch.getBatchJobDefinitionId(),
            batch.getMonitorJobDefinitionId())
        .flatMap(id -> management.createJobQuery().jobDefinitionId(id).list().stream())
        .toList();
  }
}
