package org.aftercare.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers what waits for a person's daily digest into one message. The digest's id is the person
 * and the day, so that two nodes make one: the second finds the id taken.
 */
@Component
class DigestAssembler {

  private static final Logger LOG = LoggerFactory.getLogger(DigestAssembler.class);
  private static final int BATCH = 50;
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final NotificationStore store;
  private final Preferences preferences;
  private final NotificationsProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DigestAssembler(
      NotificationStore store,
      Preferences preferences,
      NotificationsProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.preferences = preferences;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @return how many persons' digests were looked at; 0 when nothing is left
   */
  int assemble() {
    Instant now = clock.instant();
    int looked = 0;
    for (String addressee : store.digestsDue(now, BATCH)) {
      assembleApart(addressee, now);
      looked++;
    }
    return looked;
  }

  /** One person's digest that cannot be made must not hold up the others'. */
  private void assembleApart(String addressee, Instant now) {
    try {
      transaction.executeWithoutResult(status -> assemble(addressee, now));
    } catch (RuntimeException e) {
      LOG.warn(
          "A person's digest could not be made and is tried again in {}: {}",
          AGAIN,
          e.getClass().getName());
      transaction.executeWithoutResult(
          status -> store.collectLater(addressee, now, now.plus(AGAIN)));
    }
  }

  private void assemble(String addressee, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, properties.homeZone());
    String digestId = "digest/%s/%s".formatted(addressee, day);
    boolean first =
        store.add(
            new OutboxEntry(
                digestId,
                addressee,
                0,
                null,
                Composer.DIGEST,
                Map.of("day", day.toString()),
                List.of(),
                false,
                null,
                now,
                0,
                null,
                false),
            true);
    if (first) {
      store.bundle(addressee, digestId, now);
      OutboxEntry digest = store.find(digestId, addressee).orElseThrow();
      store.addDelivery(digest, addressee, Channel.EMAIL, Delivery.State.WAITING, now);
    } else {
      // Today's digest has left; what came late belongs to tomorrow's.
      store.collectLater(addressee, now, next(addressee, now));
    }
  }

  private Instant next(String addressee, Instant now) {
    return preferences.of(RecipientKey.parse(addressee)).nextDigest(now, properties.homeZone());
  }
}
