package org.aftercare.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.notifications.Recipient.ToPartner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes notices in the caller's transaction and wakes the relay when it has committed. */
@Service
class Outbox implements Notifications {

  private final NotificationStore store;
  private final Composer composer;
  private final PartnerFields partnerFields;
  private final Clock clock;
  private final RelaySignal signal;

  Outbox(
      NotificationStore store,
      Composer composer,
      PartnerFields partnerFields,
      Clock clock,
      RelaySignal signal) {
    this.store = store;
    this.composer = composer;
    this.partnerFields = partnerFields;
    this.clock = clock;
    this.signal = signal;
  }

  @Override
  public void tell(Notice notice) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalTransactionStateException(
          "Notice %s was told outside a transaction; what it reports could be undone after it has left."
              .formatted(notice.id()));
    }
    if (notice.to() instanceof ToPartner) {
      partnerFields.check(notice);
      if (!notice.rows().isEmpty()) {
        throw new IllegalArgumentException(
            "Notice %s would list rows to a partner, who gets named fields and nothing else."
                .formatted(notice.id()));
      }
    }
    String recipient = RecipientKey.of(notice.to());
    checkWording(notice);
    checkRows(notice);
    if (notice.corrects() != null && !store.knows(notice.corrects(), recipient)) {
      throw new IllegalArgumentException(
          "Notice %s corrects %s, which the recipient was never told."
              .formatted(notice.id(), notice.corrects()));
    }
    boolean added =
        store.add(
            new OutboxEntry(
                notice.id(),
                recipient,
                0,
                notice.caseNumber(),
                notice.template(),
                notice.facts(),
                notice.rows(),
                notice.urgent(),
                notice.corrects(),
                clock.instant(),
                0,
                notice.topic(),
                notice.mass()),
            false);
    if (added) {
      signal.wakeAfterCommit();
    }
  }

  private void checkWording(Notice notice) {
    Set<String> missing = new TreeSet<>(composer.factsOf(notice.template()));
    missing.removeAll(notice.facts().keySet());
    if (notice.to() instanceof ToPartner && notice.facts().containsKey(PartnerFields.CUSTOMER)) {
      missing.removeAll(partnerFields.lookedUp(notice.template()));
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "The wording '%s' needs facts that notice %s lacks: %s."
              .formatted(notice.template(), notice.id(), missing));
    }
  }

  private void checkRows(Notice notice) {
    if (notice.rows().isEmpty()) {
      return;
    }
    Set<String> named = composer.factsOfRow(notice.template());
    for (Map<String, String> row : notice.rows()) {
      Set<String> missing = new TreeSet<>(named);
      missing.removeAll(row.keySet());
      if (!missing.isEmpty()) {
        throw new IllegalArgumentException(
            "The wording '%s.row' needs facts that a row of notice %s lacks: %s."
                .formatted(notice.template(), notice.id(), missing));
      }
    }
  }

  @Override
  public List<TellLog> about(String caseNumber) {
    // The same few people are told again and again; each is looked up once.
    Map<String, Optional<Contact>> contacts = new HashMap<>();
    return store.about(caseNumber).stream().map(told -> log(told, contacts)).toList();
  }

  private TellLog log(NotificationStore.Told told, Map<String, Optional<Contact>> contacts) {
    OutboxEntry entry = told.entry();
    String addressee = told.addressee() == null ? entry.recipient() : told.addressee();
    Optional<Contact> contact = contacts.computeIfAbsent(addressee, composer::contact);
    Locale locale = contact.map(Contact::locale).orElse(Locale.ENGLISH);
    Composer.Words words =
        composer.words(entry, locale, contact.map(Contact::zone).orElse(ZoneOffset.UTC));
    return new TellLog(
        entry.noticeId(),
        addressee,
        told.channel(),
        status(told.progress()),
        (told.sentAt() == null ? entry.toldAt() : told.sentAt()).toString(),
        words.subject(),
        words.text());
  }

  private static String status(String progress) {
    return switch (progress) {
      case "SENT", "FAILED", "OVERTAKEN" -> progress;
      default -> "WAITING";
    };
  }
}
