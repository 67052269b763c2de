package org.aftercare.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.engine.StaffDirectory.StaffMember;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPerson;
import org.aftercare.notifications.Recipient.ToTeam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides for each notice who gets it on which channels and when, and writes one delivery each. */
@Component
class Planner {

  static final String UNKNOWN_RECIPIENT = "UNKNOWN_RECIPIENT";
  static final String NO_WAY_TO_REACH = "NO_WAY_TO_REACH";
  static final String NOT_PLANNABLE = "NOT_PLANNABLE";

  private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

  private final NotificationStore store;
  private final AddressBook addressBook;
  private final StaffDirectory staff;
  private final Preferences preferences;
  private final Composer composer;
  private final Set<Channel> available;
  private final NotificationsProperties properties;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Planner(
      NotificationStore store,
      AddressBook addressBook,
      StaffDirectory staff,
      Preferences preferences,
      Composer composer,
      List<DeliveryChannel> channels,
      NotificationsProperties properties,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.addressBook = addressBook;
    this.staff = staff;
    this.preferences = preferences;
    this.composer = composer;
    this.available =
        channels.stream().map(DeliveryChannel::channel).collect(Collectors.toUnmodifiableSet());
    this.properties = properties;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Plans a batch.
   *
   * @return how many notices were looked at; 0 when nothing is left
   */
  int plan() {
    List<OutboxEntry> current = new ArrayList<>();
    try {
      Integer planned =
          transaction.execute(
              status -> {
                List<OutboxEntry> entries =
                    store.lockUnplanned(clock.instant(), properties.relay().batchSize());
                for (OutboxEntry entry : entries) {
                  current.clear();
                  current.add(entry);
                  plan(entry);
                }
                current.clear();
                return entries.size();
              });
      return planned;
    } catch (RuntimeException e) {
      if (current.isEmpty()) {
        throw e;
      }
      // One that cannot be planned must not hold up the others of its batch.
      postpone(current.get(0), e);
      return 1;
    }
  }

  private void postpone(OutboxEntry entry, RuntimeException problem) {
    LOG.warn(
        "Case {}: notice {} could not be planned: {}",
        entry.caseNumber(),
        entry.noticeId(),
        problem.getClass().getName());
    int attempt = entry.attempts() + 1;
    transaction.executeWithoutResult(
        status -> {
          if (attempt >= properties.relay().maxAttempts()) {
            fail(entry, NOT_PLANNABLE);
          } else {
            store.planLater(
                entry,
                clock.instant().plus(properties.relay().delayAfter(attempt)),
                problem.getClass().getSimpleName());
          }
        });
  }

  private void plan(OutboxEntry entry) {
    List<Addressee> addressees = addressees(RecipientKey.parse(entry.recipient()));
    if (addressees.isEmpty()) {
      fail(entry, UNKNOWN_RECIPIENT);
      return;
    }
    boolean reached = false;
    for (Addressee addressee : addressees) {
      for (Channel channel : channels(entry, addressee)) {
        reached = true;
        plan(entry, addressee, channel);
      }
    }
    if (reached) {
      store.planned(entry);
    } else {
      fail(entry, NO_WAY_TO_REACH);
    }
  }

  private void plan(OutboxEntry entry, Addressee addressee, Channel channel) {
    Instant now = clock.instant();
    Preference preference = addressee.preference();
    // A report sums up by itself; gathered into a daily digest it would come a day late.
    if (!entry.urgent() && entry.caseNumber() != null && preference.gathers(channel)) {
      store.addDelivery(
          entry,
          addressee.key(),
          channel,
          Delivery.State.COLLECTED,
          preference.nextDigest(now, addressee.contact().zone()));
    } else {
      store.addDelivery(
          entry,
          addressee.key(),
          channel,
          Delivery.State.WAITING,
          entry.urgent() ? now : preference.earliest(channel, now, addressee.contact().zone()));
    }
  }

  /**
   * The chosen channels that lead to the addressee; if none does, any that does. What a customer
   * must hear now goes every way.
   */
  private Set<Channel> channels(OutboxEntry entry, Addressee addressee) {
    Set<Channel> usable = EnumSet.noneOf(Channel.class);
    for (Channel channel : available) {
      if (addressee.contact().reachableBy(channel)
          && (channel != Channel.SMS || composer.hasSms(entry.template()))) {
        usable.add(channel);
      }
    }
    if (entry.urgent() && addressee.contact().kind() == Contact.Kind.CUSTOMER) {
      return usable;
    }
    Set<Channel> chosen = EnumSet.copyOf(usable);
    chosen.retainAll(addressee.preference().channels());
    return chosen.isEmpty() ? usable : chosen;
  }

  private List<Addressee> addressees(Recipient recipient) {
    if (recipient instanceof ToTeam team) {
      return staff.members(team.group()).stream()
          .map(member -> addressee(member, preferences.ofMember(member.userId(), team.group())))
          .toList();
    } else if (recipient instanceof ToPerson person) {
      return staff.find(person.userId()).stream()
          .map(member -> addressee(member, preferences.ofPerson(member.userId())))
          .toList();
    }
    Preference preference =
        recipient instanceof ToCustomer customer
            ? preferences.ofCustomer(customer.customerId())
            : preferences.ofPartner();
    Optional<Contact> contact = addressBook.find(recipient);
    return contact.stream()
        .map(found -> new Addressee(RecipientKey.of(recipient), found, preference))
        .toList();
  }

  private Addressee addressee(StaffMember member, Preference preference) {
    return new Addressee(
        RecipientKey.of(new ToPerson(member.userId())), addressBook.contact(member), preference);
  }

  private record Addressee(String key, Contact contact, Preference preference) {}

  private void fail(OutboxEntry entry, String failure) {
    store.unplannable(entry, failure);
    events.publishEvent(
        new NoticeUndelivered(
            entry.noticeId(),
            entry.caseNumber(),
            entry.recipient(),
            entry.template(),
            null,
            failure,
            clock.instant()));
  }
}
