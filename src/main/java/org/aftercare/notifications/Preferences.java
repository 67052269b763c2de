package org.aftercare.notifications;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.customers.ContactPreferences;
import org.aftercare.customers.CustomerPreferences;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.engine.StaffDirectory.StaffMember;
import org.aftercare.notifications.Preference.Frequency;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPerson;
import org.aftercare.notifications.Recipient.ToTeam;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How somebody is told: by their own choice, or else their team's, or else everybody's. */
@Service
class Preferences implements NotificationPreferences {

  private static final Set<Channel> FOR_STAFF = EnumSet.of(Channel.EMAIL, Channel.IN_APP);
  static final LocalTime DIGEST_AT = LocalTime.of(8, 0);
  private static final Preference STAFF =
      new Preference(
          EnumSet.of(Channel.EMAIL, Channel.IN_APP),
          Frequency.AT_ONCE,
          DIGEST_AT,
          null,
          EnumSet.of(Channel.EMAIL));
  private static final Preference PARTNER =
      new Preference(
          EnumSet.of(Channel.EMAIL, Channel.WEBHOOK), Frequency.AT_ONCE, DIGEST_AT, null, Set.of());

  private final PreferenceStore store;
  private final CustomerPreferences customers;
  private final StaffDirectory staff;
  private final NotificationsProperties properties;

  Preferences(
      PreferenceStore store,
      CustomerPreferences customers,
      StaffDirectory staff,
      NotificationsProperties properties) {
    this.store = store;
    this.customers = customers;
    this.staff = staff;
    this.properties = properties;
  }

  /** Of a person as a member of the team that is told. */
  Preference ofMember(String userId, String team) {
    return chosenBy(userId).orElseGet(() -> ofTeam(team));
  }

  @Override
  public Preference ofPerson(String userId) {
    return chosenBy(userId)
        .orElseGet(() -> ofTeams(staff.find(userId).map(StaffMember::groups).orElse(Set.of())));
  }

  /** Of somebody in several teams: the first by name that has made a choice decides. */
  private Preference ofTeams(Set<String> teams) {
    return new TreeSet<>(teams)
        .stream()
            .map(this::choiceOfTeam)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(this::ofStaff);
  }

  @Override
  public Preference ofTeam(String group) {
    return choiceOfTeam(group).orElseGet(this::ofStaff);
  }

  private Optional<Preference> choiceOfTeam(String group) {
    return store
        .find(RecipientKey.of(new ToTeam(group)))
        .or(
            () ->
                Optional.ofNullable(properties.teams().get(group))
                    .map(preferred -> preferred.over(ofStaff())));
  }

  @Override
  public Optional<Preference> chosenBy(String userId) {
    return store.find(RecipientKey.of(new ToPerson(userId)));
  }

  @Override
  @Transactional
  public void choose(String userId, Preference preference) {
    store.keep(RecipientKey.of(new ToPerson(userId)), requireWay(preference));
  }

  @Override
  @Transactional
  public void forget(String userId) {
    store.forget(RecipientKey.of(new ToPerson(userId)));
  }

  @Override
  @Transactional
  public void chooseForTeam(String group, Preference preference) {
    store.keep(RecipientKey.of(new ToTeam(group)), requireWay(preference));
  }

  private static Preference requireWay(Preference preference) {
    if (preference.channels().isEmpty() || !FOR_STAFF.containsAll(preference.channels())) {
      throw new IllegalArgumentException(
          "Staff are told by %s, at least one of them.".formatted(FOR_STAFF));
    }
    return preference;
  }

  /** Of whoever a delivery is addressed to. */
  Preference of(Recipient addressee) {
    if (addressee instanceof ToCustomer customer) {
      return ofCustomer(customer.customerId());
    } else if (addressee instanceof ToPerson person) {
      return ofPerson(person.userId());
    }
    return ofPartner();
  }

  Preference ofCustomer(String customerId) {
    ContactPreferences wishes = customers.of(customerId);
    QuietHours quietHours =
        wishes.quietFrom() == null ? null : new QuietHours(wishes.quietFrom(), wishes.quietUntil());
    // An e-mail rings nobody out of bed, and a confirmation comes at once.
    return new Preference(
        EnumSet.of(Channel.valueOf(wishes.channel().name())),
        Frequency.AT_ONCE,
        DIGEST_AT,
        quietHours,
        EnumSet.of(Channel.SMS));
  }

  Preference ofPartner() {
    return PARTNER;
  }

  private Preference ofStaff() {
    return properties.staff() == null ? STAFF : properties.staff().over(STAFF);
  }
}
