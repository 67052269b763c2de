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
import org.aftercare.notifications.NotificationsProperties.Preferred;
import org.aftercare.notifications.Preference.Frequency;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPerson;
import org.springframework.stereotype.Component;

/** How somebody is told: by their own choice, or else their team's, or else everybody's. */
@Component
class Preferences {

  private static final LocalTime DIGEST_AT = LocalTime.of(8, 0);
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

  private final CustomerPreferences customers;
  private final StaffDirectory staff;
  private final NotificationsProperties properties;

  Preferences(
      CustomerPreferences customers, StaffDirectory staff, NotificationsProperties properties) {
    this.customers = customers;
    this.staff = staff;
    this.properties = properties;
  }

  /** Of a person as a member of the team that is told. */
  Preference ofMember(String userId, String team) {
    return ownOf(userId).orElseGet(() -> ofTeam(team));
  }

  /**
   * Of a person who is told in their own name; the first of their teams that has a choice counts.
   */
  Preference ofPerson(String userId, Set<String> teams) {
    return ownOf(userId)
        .orElseGet(
            () ->
                new TreeSet<>(teams)
                    .stream()
                        .filter(properties.teams()::containsKey)
                        .findFirst()
                        .map(this::ofTeam)
                        .orElseGet(this::ofStaff));
  }

  /** Of whoever a delivery is addressed to. */
  Preference of(Recipient addressee) {
    if (addressee instanceof ToCustomer customer) {
      return ofCustomer(customer.customerId());
    } else if (addressee instanceof ToPerson person) {
      return ofPerson(
          person.userId(), staff.find(person.userId()).map(StaffMember::groups).orElse(Set.of()));
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

  private Optional<Preference> ownOf(String userId) {
    return Optional.empty();
  }

  private Preference ofTeam(String team) {
    return over(properties.teams().get(team), ofStaff());
  }

  private Preference ofStaff() {
    return over(properties.staff(), STAFF);
  }

  private static Preference over(Preferred chosen, Preference fallback) {
    return chosen == null ? fallback : chosen.over(fallback);
  }
}
