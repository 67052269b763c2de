package org.aftercare.notifications;

import java.time.Clock;
import java.time.Duration;
import org.aftercare.notifications.Recipient.ToPerson;
import org.springframework.stereotype.Component;

/** Puts a message on a person's list; there it waits to be read. */
@Component
class InAppChannel implements DeliveryChannel {

  private final InAppStore store;
  private final Clock clock;

  InAppChannel(InAppStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.IN_APP;
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void send(OutgoingMessage message) {
    String userId = ((ToPerson) RecipientKey.parse(message.addressee())).userId();
    store.add(message.deliveryId(), userId, clock.instant());
  }
}
