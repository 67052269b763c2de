package org.aftercare.cases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for limits of time to escalate, on every node; each in a transaction of its own. */
@Component
class DeadlineWatcher {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatcher.class);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final List<Escalation> escalations;
  private final TransactionTemplate transaction;

  DeadlineWatcher(List<Escalation> escalations, PlatformTransactionManager transactions) {
    this.escalations = escalations;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** One kind of limit that fails altogether must not keep the others from being told. */
  @Scheduled(fixedDelayString = "${aftercare.cases.deadline-check-interval:PT10S}")
  void watch() {
    RuntimeException failure = null;
    for (Escalation escalation : escalations) {
      try {
        boolean more;
        do {
          more = escalateOne(escalation);
        } while (more);
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private boolean escalateOne(Escalation escalation) {
    Holder holder = new Holder();
    try {
      transaction.executeWithoutResult(
          status -> {
            holder.limit = escalation.next();
            holder.limit.ifPresent(Escalation.Limit::escalate);
          });
    } catch (RuntimeException e) {
      if (holder.limit.isEmpty()) {
        throw e;
      }
      postpone(holder.limit.get(), e);
    }
    return holder.limit.isPresent();
  }

  private void postpone(Escalation.Limit limit, RuntimeException reason) {
    LOG.warn(
        "{} could not be escalated and is tried again in {}", limit.title(), AFTER_FAILURE, reason);
    transaction.executeWithoutResult(status -> limit.postpone(AFTER_FAILURE));
  }

  private static final class Holder {
    private Optional<? extends Escalation.Limit> limit = Optional.empty();
  }
}
