package org.aftercare.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what waits, and lists and revives what has failed. */
@Service
class UndeliveredDesk implements UndeliveredNotices, OutboxBacklog {

  private final NotificationStore store;
  private final Clock clock;
  private final RelaySignal signal;

  UndeliveredDesk(NotificationStore store, Clock clock, RelaySignal signal) {
    this.store = store;
    this.clock = clock;
    this.signal = signal;
  }

  @Override
  public List<Undelivered> list(int page, int size) {
    return store.undelivered(page, size);
  }

  @Override
  public long count() {
    return store.countUndelivered();
  }

  @Override
  @Transactional
  public boolean retry(String noticeId, String recipient) {
    boolean revived = store.revive(noticeId, recipient, clock.instant()) > 0;
    if (revived) {
      signal.wakeAfterCommit();
    }
    return revived;
  }

  @Override
  public long due() {
    return store.countDue(clock.instant());
  }

  @Override
  public Duration lag() {
    Instant now = clock.instant();
    return store.dueSince(now).map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
  }
}
