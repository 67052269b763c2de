package org.aftercare.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Decides what becomes of a job that failed. */
class StepFailureCommands implements FailedJobCommandFactory {

  /** What any step has left after its first failure. */
  private static final int TRIES_LEFT = 3;

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    StepInProgressException inProgress = find(failure, StepInProgressException.class);
    if (inProgress != null) {
      return new ComeBack(jobId, inProgress, () -> inEnginesTime(inProgress.until()));
    }
    SparedCall spared = find(failure, SparedCall.class);
    if (spared != null) {
      return new ComeBack(jobId, failure, () -> inEnginesTime(Instant.now().plus(spared.again())));
    }
    if (find(failure, StepKilledProcessException.class) != null) {
      return new IncidentAtOnce(jobId, failure);
    }
    return new Retry(jobId, failure);
  }

  private static <T> T find(Throwable failure, Class<T> type) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }

  /**
   * As the model's retry cycle says; what is written down of the failure holds no messages. A cycle
   * that is longer than usual is there to sit out a fault that passes: any other is an incident as
   * soon as it is with every step.
   */
  private static class Retry extends DefaultJobRetryCmd {

    private final Throwable original;

    Retry(String jobId, Throwable failure) {
      super(jobId, RecordedFailure.of(failure));
      this.original = failure;
    }

    /**
     * The cycle's last wait is for a try that is not left: a person's retry begins at once instead.
     */
    @Override
    public Object execute(CommandContext commandContext) {
      super.execute(commandContext);
      JobEntity job = getJob();
      if (job != null && costsATry() && find(original, PassingFault.class) == null) {
        job.setRetries(Math.min(job.getRetries(), TRIES_LEFT));
      }
      if (job != null && job.getRetries() == 0) {
        job.setDuedate(ClockUtil.getCurrentTime());
      }
      return null;
    }

    @Override
    protected boolean shouldDecrementRetriesFor(Throwable recorded) {
      return costsATry();
    }

    private boolean costsATry() {
      return !(original instanceof OptimisticLockingException);
    }
  }

  private static class IncidentAtOnce extends DefaultJobRetryCmd {

    IncidentAtOnce(String jobId, Throwable failure) {
      super(jobId, RecordedFailure.of(failure));
    }

    @Override
    public Object execute(CommandContext commandContext) {
      JobEntity job = getJob();
      if (job != null) {
        job.unlock();
        logException(job);
        job.setRetries(0);
      }
      return null;
    }
  }

  /**
   * Holds are in real time and due dates in the engine's, which the demo moves ahead: a date of
   * real time would have passed already, and the job come back again and again.
   */
  static Date inEnginesTime(Instant realTime) {
    Duration left = Duration.between(Instant.now(), realTime);
    return Date.from(
        ClockUtil.getCurrentTime().toInstant().plus(left.isNegative() ? Duration.ZERO : left));
  }

  /**
   * No failure of this job: it comes back with its tries when the other attempt's hold is over, or
   * the system that was spared is tried again.
   */
  private static class ComeBack extends DefaultJobRetryCmd {

    private final Supplier<Date> due;

    ComeBack(String jobId, Throwable reason, Supplier<Date> due) {
      super(jobId, reason);
      this.due = due;
    }

    @Override
    public Object execute(CommandContext commandContext) {
      JobEntity job = getJob();
      if (job != null) {
        job.unlock();
        job.setDuedate(due.get());
        notifyAcquisition(commandContext);
      }
      return null;
    }
  }
}
