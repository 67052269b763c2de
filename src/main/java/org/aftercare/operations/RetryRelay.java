package org.aftercare.operations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.HouseworkTurns;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has steps tried again that somebody asked for, one after the other and each in a transaction of
 * its own, with the rights of whoever asked.
 */
@Component
class RetryRelay {

  private static final Logger LOG = LoggerFactory.getLogger(RetryRelay.class);

  /** How long one sees what came of a request. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration TURN = Duration.ofMinutes(50);

  /** So many steps in one go; what is left comes with the next. */
  private static final int PORTION = 500;

  private final IncidentRetries retries;
  private final ManagementService management;
  private final IdentityService identity;
  private final TransactionTemplate transaction;
  private final HouseworkTurns turns;

  RetryRelay(
      IncidentRetries retries,
      ManagementService management,
      IdentityService identity,
      TransactionTemplate transaction,
      HouseworkTurns turns) {
    this.retries = retries;
    this.management = management;
    this.identity = identity;
    this.transaction = transaction;
    this.turns = turns;
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
  void work() {
    try {
      for (int done = 0; done < PORTION && next(); done++) {
        LOG.debug("A step is tried again.");
      }
    } catch (OptimisticLockingException e) {
      LOG.debug("A step is worked on by somebody else; its turn comes again.");
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void cleanUp() {
    if (turns.take("operations", TURN)) {
      HouseworkTurns.inParts(() -> transaction.execute(status -> retries.removeOlderThan(KEPT)));
    }
  }

  /** A failure undoes its transaction, so what it means is written down in another. */
  private boolean next() {
    Attempt attempt = new Attempt();
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> attempt.make()));
    } catch (AuthorizationException e) {
      settle(attempt, IncidentRetries.State.REFUSED);
      return true;
    } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
      // Its turn comes again.
      throw e;
    } catch (ProcessEngineException e) {
      if (attempt.turn == null) {
        throw e;
      }
      // It stands as it did; those behind it must not wait for it.
      LOG.warn("Job {} cannot be tried again.", attempt.turn.jobId(), e);
      settle(attempt, IncidentRetries.State.RETRIED);
      return true;
    }
  }

  private void settle(Attempt attempt, IncidentRetries.State state) {
    transaction.executeWithoutResult(status -> retries.settle(attempt.turn, state));
  }

  /** One step's turn. */
  private final class Attempt {

    private IncidentRetries.Turn turn;

    boolean make() {
      Optional<IncidentRetries.Turn> found = retries.lockNext();
      found.ifPresent(this::retry);
      return found.isPresent();
    }

    private void retry(IncidentRetries.Turn found) {
      turn = found;
      boolean stands = management.createJobQuery().jobId(turn.jobId()).noRetriesLeft().count() > 0;
      if (stands) {
        as(turn.askedBy(), () -> management.setJobRetries(turn.jobId(), 1));
      }
      retries.settle(turn, stands ? IncidentRetries.State.RETRIED : IncidentRetries.State.GONE);
    }
  }

  private void as(String userId, Runnable work) {
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    List<String> groups =
        identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
    try {
      identity.setAuthentication(userId, groups);
      work.run();
    } finally {
      identity.setAuthentication(before);
    }
  }
}
