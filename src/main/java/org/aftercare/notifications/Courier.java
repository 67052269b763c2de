package org.aftercare.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what is due on one channel. A message is taken in a transaction of its own, with the
 * attempt on record, then sent outside any transaction, then marked. If the node dies in between,
 * the lease ends and another sends the message again under the same id.
 */
class Courier {

  static final String NO_LONGER_REACHABLE = "NO_LONGER_REACHABLE";
  static final String TRIED_TOO_OFTEN = "TRIED_TOO_OFTEN";
  static final String NOT_COMPOSABLE = "NOT_COMPOSABLE";

  private static final int CAUSES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final DeliveryChannel channel;
  private final NotificationStore store;
  private final Composer composer;
  private final Preferences preferences;
  private final NotificationsProperties.Relay settings;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Courier(
      DeliveryChannel channel,
      NotificationStore store,
      Composer composer,
      Preferences preferences,
      NotificationsProperties properties,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.channel = channel;
    this.store = store;
    this.composer = composer;
    this.preferences = preferences;
    this.settings = properties.relay();
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  Channel channel() {
    return channel.channel();
  }

  /**
   * Delivers a batch.
   *
   * @return how many messages were taken; 0 when nothing is left
   */
  int deliver() {
    Instant now = clock.instant();
    List<Delivery> taken =
        transaction.execute(
            status ->
                store.take(
                    channel.channel(), now, now.plus(settings.lease()), settings.batchSize()));
    for (Delivery delivery : taken) {
      Instant time = clock.instant();
      if (time.plus(channel.timeLimit()).isAfter(delivery.leaseUntil())
          || delivery.entry().mass() && time.isAfter(now.plus(settings.massTurn()))) {
        // The rest of a slow batch: give it back while it is still ours, or while others wait.
        transaction.executeWithoutResult(status -> store.sendLater(delivery, time, null, false));
      } else {
        deliverApart(delivery);
      }
    }
    return taken.size();
  }

  /**
   * One that fails in a way that nobody foresaw must not hold up the others of its batch: their
   * attempts are counted already. Only the types and places of the failure are logged, as its
   * message may quote the customer.
   */
  private void deliverApart(Delivery delivery) {
    try {
      deliver(delivery);
    } catch (RuntimeException e) {
      LOG.warn(
          "Case {}: {} of notice {} failed unexpectedly: {}",
          delivery.entry().caseNumber(),
          channel.channel(),
          delivery.entry().noticeId(),
          places(e));
      again(delivery, false, "UNEXPECTED_" + e.getClass().getSimpleName());
    }
  }

  private static String places(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(CAUSES)
        .map(
            cause ->
                cause.getStackTrace().length == 0
                    ? cause.getClass().getName()
                    : cause.getClass().getName() + " at " + cause.getStackTrace()[0])
        .collect(Collectors.joining(", caused by "));
  }

  private void deliver(Delivery delivery) {
    if (delivery.attempts() > settings.maxAttempts()) {
      fail(delivery, TRIED_TOO_OFTEN);
      return;
    }
    if (isOvertaken(delivery.entry())) {
      transaction.executeWithoutResult(status -> store.overtaken(delivery));
      return;
    }
    Optional<Contact> contact = composer.contact(delivery.addressee());
    if (contact.filter(found -> found.reachableBy(channel.channel())).isEmpty()) {
      fail(delivery, NO_LONGER_REACHABLE);
      return;
    }
    Instant now = clock.instant();
    Instant earliest =
        delivery.entry().urgent()
            ? now
            : preferences
                .of(RecipientKey.parse(delivery.addressee()))
                .earliest(channel.channel(), now, contact.get().zone());
    if (earliest.isAfter(now)) {
      transaction.executeWithoutResult(status -> store.sendLater(delivery, earliest, null, false));
      return;
    }
    send(delivery, contact.get());
  }

  /** Whether it would tell what is not the latest any more, or take back what nobody has heard. */
  private boolean isOvertaken(OutboxEntry entry) {
    return entry.topic() != null
        && (store.isFollowed(entry) || entry.corrects() != null && !store.mayHaveHeardOf(entry));
  }

  private void send(Delivery delivery, Contact contact) {
    try {
      OutgoingMessage message = compose(delivery, contact);
      channel.send(message);
    } catch (DeliveryException e) {
      again(delivery, e.isPermanent(), e.failure());
      return;
    }
    transaction.executeWithoutResult(status -> store.sent(delivery, clock.instant()));
  }

  private OutgoingMessage compose(Delivery delivery, Contact contact) {
    try {
      return composer.compose(delivery, contact);
    } catch (IllegalArgumentException e) {
      throw DeliveryException.permanent(NOT_COMPOSABLE, e);
    }
  }

  private void again(Delivery delivery, boolean inVain, String failure) {
    if (inVain || delivery.attempts() >= settings.maxAttempts()) {
      fail(delivery, failure);
    } else {
      retry(delivery, failure);
    }
  }

  private void retry(Delivery delivery, String failure) {
    Instant due = clock.instant().plus(settings.delayAfter(delivery.attempts()));
    LOG.info(
        "Case {}: {} not sent at attempt {} ({}), next at {}",
        delivery.entry().caseNumber(),
        channel.channel(),
        delivery.attempts(),
        failure,
        due);
    transaction.executeWithoutResult(status -> store.sendLater(delivery, due, failure, true));
  }

  private void fail(Delivery delivery, String failure) {
    LOG.warn(
        "Case {}: {} of notice {} given up after {} attempts ({})",
        delivery.entry().caseNumber(),
        channel.channel(),
        delivery.entry().noticeId(),
        delivery.attempts(),
        failure);
    transaction.executeWithoutResult(
        status -> {
          Instant now = clock.instant();
          store.failed(delivery, now, failure);
          events.publishEvent(
              new NoticeUndelivered(
                  delivery.entry().noticeId(),
                  delivery.entry().caseNumber(),
                  delivery.addressee(),
                  delivery.entry().template(),
                  channel.channel(),
                  failure,
                  now));
        });
  }
}
