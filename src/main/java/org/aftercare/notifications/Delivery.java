package org.aftercare.notifications;

import java.time.Instant;

/**
 * One message to one person or partner on one channel, taken by this node.
 *
 * @param attempts this attempt, from 1; tells a late node that somebody else has taken over
 * @param leaseUntil until when nobody else takes it
 */
record Delivery(
    String deliveryId,
    String addressee,
    Channel channel,
    int attempts,
    Instant leaseUntil,
    OutboxEntry entry) {

  /** Where a planned message waits. */
  enum State {
    /** To be sent when due, or to be tried again. */
    WAITING,
    /** Waits to be gathered in the day's digest. */
    COLLECTED,
    /** In a digest that is on its way. */
    BUNDLED,
    /** A node has taken it; due again when that node's lease ends. */
    SENDING,
    SENT,
    FAILED,
    /** Not to be sent any more: a later notice of its topic has taken its place. */
    OVERTAKEN
  }
}
