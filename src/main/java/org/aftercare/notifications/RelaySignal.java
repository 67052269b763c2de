package org.aftercare.notifications;

/** Tells this node's relay that there is work, so that it need not wait for its next look. */
interface RelaySignal {

  void outboxHasGrown();
}
