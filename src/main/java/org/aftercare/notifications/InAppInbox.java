package org.aftercare.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.aftercare.notifications.Recipient.ToPerson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members of staff read their messages in their language. */
@Service
class InAppInbox implements InAppMessages {

  private static final int LARGEST_PAGE = 200;

  private final InAppStore store;
  private final Composer composer;
  private final Clock clock;

  InAppInbox(InAppStore store, Composer composer, Clock clock) {
    this.store = store;
    this.composer = composer;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public MessagePage of(String userId, int page, int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "A page is 0 or more and its size 1 to %d, not %d and %d."
              .formatted(LARGEST_PAGE, page, size));
    }
    Optional<Contact> reader = composer.contact(RecipientKey.of(new ToPerson(userId)));
    return new MessagePage(
        store.page(userId, page, size).stream().map(stored -> message(stored, reader)).toList(),
        page,
        size,
        store.count(userId));
  }

  private InAppMessage message(InAppStore.Stored stored, Optional<Contact> reader) {
    Composer.Words words =
        composer.words(
            stored.entry(),
            reader.map(Contact::locale).orElse(Locale.ENGLISH),
            reader.map(Contact::zone).orElse(ZoneOffset.UTC));
    return new InAppMessage(
        stored.deliveryId(),
        stored.entry().caseNumber(),
        words.subject(),
        words.text(),
        stored.entry().urgent(),
        stored.arrivedAt(),
        stored.readAt());
  }

  @Override
  public long unread(String userId) {
    return store.unread(userId);
  }

  @Override
  @Transactional
  public boolean markRead(String userId, String messageId) {
    if (!store.has(userId, messageId)) {
      return false;
    }
    store.markRead(userId, messageId, clock.instant());
    return true;
  }

  @Override
  @Transactional
  public void markAllRead(String userId) {
    store.markAllRead(userId, clock.instant());
  }
}
