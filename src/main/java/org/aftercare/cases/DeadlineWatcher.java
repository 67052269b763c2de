package org.aftercare.cases;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for deadlines to escalate, on every node; each deadline in a transaction of its own. */
@Component
class DeadlineWatcher {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatcher.class);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final DeadlineEscalation escalation;
  private final TransactionTemplate transaction;

  DeadlineWatcher(DeadlineEscalation escalation, PlatformTransactionManager transactions) {
    this.escalation = escalation;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "${aftercare.cases.deadline-check-interval:PT10S}")
  void watch() {
    boolean more;
    do {
      more = escalateOne();
    } while (more);
  }

  private boolean escalateOne() {
    Holder holder = new Holder();
    try {
      transaction.executeWithoutResult(
          status -> {
            holder.deadline = escalation.next();
            holder.deadline.ifPresent(escalation::escalate);
          });
    } catch (RuntimeException e) {
      if (holder.deadline.isEmpty()) {
        throw e;
      }
      postpone(holder.deadline.get(), e);
    }
    return holder.deadline.isPresent();
  }

  private void postpone(DeadlineEscalation.Reached deadline, RuntimeException reason) {
    LOG.warn(
        "Deadline {} of case {} could not be escalated and is tried again in {}",
        deadline.name(),
        deadline.caseNumber(),
        AFTER_FAILURE,
        reason);
    transaction.executeWithoutResult(status -> escalation.postpone(deadline, AFTER_FAILURE));
  }

  private static final class Holder {
    private Optional<DeadlineEscalation.Reached> deadline = Optional.empty();
  }
}
