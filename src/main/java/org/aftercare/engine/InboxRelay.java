package org.aftercare.engine;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the inbox's messages to the processes that await them, each in one transaction with the
 * process's step forward: a message is taken by exactly one process, once.
 */
@Component
class InboxRelay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboxRelay.class);

  /** Collisions with the case's own work clear up by themselves within moments. */
  private static final int COLLISIONS_IN_A_ROW = 5;

  /**
   * The process awaits news of another shipment, visit or invoice; this one may be early or late.
   */
  private static final String ABOUT_ANOTHER = "ABOUT_ANOTHER";

  /**
   * Every instance of the case, called ones too: a message is addressed to the case, not to the
   * process that happens to await it.
   */
  private static final String AWAITING =
      """
      select E.* from ACT_RU_EVENT_SUBSCR S
      join ACT_RU_EXECUTION E on E.ID_ = S.EXECUTION_ID_
      join ACT_RU_EXECUTION P on P.ID_ = E.PROC_INST_ID_
      join ACT_RU_EXECUTION R on R.ID_ = P.ROOT_PROC_INST_ID_
      where S.EVENT_TYPE_ = 'message' and S.EVENT_NAME_ = #{name}
        and R.BUSINESS_KEY_ = #{caseNumber}
      """;

  private final JdbcInbox inbox;
  private final StepsUnderWay steps;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final EngineProperties.InboxSettings settings;
  private final OperationsTexts texts;
  private final Semaphore wake = new Semaphore(0);
  private volatile Thread worker;

  InboxRelay(
      JdbcInbox inbox,
      StepsUnderWay steps,
      RuntimeService runtime,
      HistoryService history,
      PlatformTransactionManager transactions,
      Clock clock,
      EngineProperties properties,
      OperationsTexts texts) {
    this.inbox = inbox;
    this.steps = steps;
    this.runtime = runtime;
    this.history = history;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.settings = properties.inbox();
    this.texts = texts;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void filled(JdbcInbox.InboxFilled event) {
    wake.release();
  }

  @Override
  public void start() {
    Thread thread = new Thread(this::run, "inbox-relay");
    thread.setDaemon(true);
    worker = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread thread = worker;
    worker = null;
    if (thread != null) {
      wake.release();
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Beside the others that stop; the message in hand is dealt with first. */
  @Override
  public void stop(Runnable stopped) {
    Thread ending =
        new Thread(
            () -> {
              stop();
              stopped.run();
            },
            "inbox-relay-stop");
    ending.setDaemon(true);
    ending.start();
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  private void run() {
    while (worker == Thread.currentThread()) {
      boolean more = false;
      try {
        more = deliverNext() || awaken();
      } catch (RuntimeException | Error e) {
        // Whatever it is, this node must go on delivering.
        LOG.warn("The inbox could not be read: {}", e.getClass().getName());
        LOG.debug("Details", e);
      }
      if (!more) {
        sleep();
      }
    }
  }

  private boolean awaken() {
    return Boolean.TRUE.equals(transaction.execute(tx -> inbox.awaken() > 0));
  }

  private void sleep() {
    try {
      if (wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      worker = null;
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Deals with one message.
   *
   * @return {@code false} when none is due
   */
  boolean deliverNext() {
    JdbcInbox.Waiting[] current = new JdbcInbox.Waiting[1];
    for (int collisions = 0; ; collisions++) {
      current[0] = null;
      try {
        return Boolean.TRUE.equals(
            transaction.execute(
                tx -> {
                  Optional<JdbcInbox.Waiting> next = inbox.lockNext();
                  next.ifPresent(
                      message -> {
                        current[0] = message;
                        offer(message);
                      });
                  return next.isPresent();
                }));
      } catch (OptimisticLockingException | ConcurrencyFailureException collision) {
        if (current[0] == null) {
          throw collision;
        } else if (collisions >= COLLISIONS_IN_A_ROW) {
          postpone(current[0], collision);
          return true;
        }
      } catch (StepsUnderWay.CutOffException tooEarly) {
        JdbcInbox.Waiting message = current[0];
        transaction.executeWithoutResult(tx -> keepUntilDone(message, tooEarly.isStopped()));
        return true;
      } catch (RuntimeException | Error failure) {
        // A step after the message runs in here, and what it throws need not be an exception.
        if (current[0] == null) {
          throw failure;
        }
        postpone(current[0], failure);
        return true;
      }
    }
  }

  private void offer(JdbcInbox.Waiting message) {
    Map<String, Object> variables = inbox.variables(message);
    List<Execution> named =
        runtime
            .createNativeExecutionQuery()
            .sql(AWAITING)
            .parameter("name", message.name())
            .parameter("caseNumber", message.caseNumber())
            .list();
    List<Execution> awaiting =
        named.stream().filter(execution -> isAbout(execution, variables)).toList();
    if (awaiting.size() == 1) {
      steps.deliver(
          message.caseNumber(),
          () ->
              runtime.messageEventReceived(
                  message.name(), awaiting.get(0).getId(), plain(variables)));
      inbox.delivered(message);
    } else if (awaiting.isEmpty() && !named.isEmpty()) {
      keepWhileItMayBeEarly(message);
    } else if (awaiting.isEmpty() && hasEnded(message.caseNumber())) {
      // Nobody is left whom it could reach, and what it tells is over.
      inbox.dead(message, "CASE_ENDED", false);
    } else if (!clock.instant().isBefore(message.expiresAt())) {
      boolean tooLateToMatter = awaiting.isEmpty() && settings.news().contains(message.name());
      inbox.dead(message, "EXPIRED", !tooLateToMatter);
    } else if (awaiting.isEmpty()) {
      inbox.later(message, "NOT_AWAITED");
    } else {
      inbox.failed(message, "AWAITED_TWICE", texts.get("message.cause.AWAITED_TWICE"));
    }
  }

  /** News of an earlier shipment is harmless; those of the next one are awaited in a moment. */
  private void keepWhileItMayBeEarly(JdbcInbox.Waiting message) {
    if (clock.instant().isBefore(message.expiresAt())) {
      inbox.later(message, ABOUT_ANOTHER);
    } else {
      inbox.dead(message, ABOUT_ANOTHER, false);
    }
  }

  private void keepUntilDone(JdbcInbox.Waiting message, boolean stopped) {
    if (stopped && clock.instant().isBefore(message.expiresAt())) {
      inbox.later(message, "STEP_STOPPED");
    } else if (clock.instant().isBefore(message.expiresAt())) {
      inbox.shortly(message, "STEP_UNDER_WAY");
    } else {
      inbox.dead(message, "EXPIRED", true);
    }
  }

  /** A late scan of yesterday's parcel must not answer for today's. */
  private boolean isAbout(Execution execution, Map<String, Object> variables) {
    for (Map.Entry<String, Object> variable : variables.entrySet()) {
      if (variable.getValue() instanceof Reference reference) {
        Object awaited = runtime.getVariable(execution.getId(), variable.getKey());
        if (awaited != null && !awaited.equals(reference.text())) {
          return false;
        }
      }
    }
    return true;
  }

  private static Map<String, Object> plain(Map<String, Object> variables) {
    Map<String, Object> plain = new HashMap<>(variables);
    plain.replaceAll(
        (name, content) -> content instanceof Reference reference ? reference.text() : content);
    return plain;
  }

  private boolean hasEnded(String caseNumber) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count() == 0
        && history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .finished()
                .count()
            > 0;
  }

  private void postpone(JdbcInbox.Waiting message, Throwable failure) {
    String cause = RecordedFailure.explanation(failure);
    LOG.warn(
        "Message {} from {} for case {} could not be delivered: {}",
        message.name(),
        message.source(),
        message.caseNumber(),
        failure.getClass().getName());
    LOG.debug("Details", failure);
    transaction.executeWithoutResult(
        tx -> {
          if (clock.instant().isBefore(message.expiresAt())) {
            inbox.failed(message, cause, texts.get("message.cause.failing", cause));
          } else {
            inbox.dead(message, "EXPIRED", true);
          }
        });
  }
}
