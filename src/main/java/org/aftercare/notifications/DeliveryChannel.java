package org.aftercare.notifications;

import java.time.Duration;

/** Hands a message over to what carries it. */
interface DeliveryChannel {

  Channel channel();

  /** How long one message may take at most. */
  Duration timeLimit();

  /**
   * Sends, or sends again: the message's delivery id lets a receiver know it by.
   *
   * @throws DeliveryException if the message was not handed over, as far as is known
   */
  void send(OutgoingMessage message);
}
