package org.aftercare.notifications;

/** The ways to reach somebody. */
public enum Channel {
  EMAIL,
  SMS,
  WEBHOOK,
  /** The list of messages beside Tasklist; staff only. */
  IN_APP
}
