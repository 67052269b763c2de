package org.aftercare.notifications;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells this node's relay that there is work, so that it need not wait for its next look. */
@FunctionalInterface
interface RelaySignal {

  void outboxHasGrown();

  /** The same, once the current transaction has committed. */
  default void wakeAfterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              outboxHasGrown();
            }
          });
    } else {
      outboxHasGrown();
    }
  }
}
