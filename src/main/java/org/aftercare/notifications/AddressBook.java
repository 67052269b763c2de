package org.aftercare.notifications;

import java.util.Locale;
import java.util.Optional;
import org.aftercare.customers.Customer;
import org.aftercare.customers.CustomerPreferences;
import org.aftercare.customers.Customers;
import org.aftercare.engine.StaffDirectory;
import org.aftercare.engine.StaffDirectory.StaffMember;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPartner;
import org.aftercare.notifications.Recipient.ToPerson;
import org.springframework.stereotype.Component;

/** Finds a recipient's contact points. */
@Component
class AddressBook {

  private final Customers customers;
  private final CustomerPreferences preferences;
  private final StaffDirectory staff;
  private final PartnerDirectory partners;
  private final NotificationsProperties properties;

  AddressBook(
      Customers customers,
      CustomerPreferences preferences,
      StaffDirectory staff,
      PartnerDirectory partners,
      NotificationsProperties properties) {
    this.customers = customers;
    this.preferences = preferences;
    this.staff = staff;
    this.partners = partners;
    this.properties = properties;
  }

  /** The contact of one recipient; empty if unknown, and for a team, which is its members. */
  Optional<Contact> find(Recipient recipient) {
    if (recipient instanceof ToCustomer customer) {
      return customers.find(customer.customerId()).map(this::contact);
    } else if (recipient instanceof ToPerson person) {
      return staff.find(person.userId()).map(this::contact);
    } else if (recipient instanceof ToPartner partner) {
      return partners.find(partner.partnerId()).map(this::contact);
    }
    return Optional.empty();
  }

  Contact contact(StaffMember member) {
    Locale language =
        member.language() == null
            ? Locale.forLanguageTag(properties.staffLanguage())
            : member.language();
    return new Contact(
        Contact.Kind.STAFF,
        member.name(),
        member.email(),
        null,
        null,
        language,
        properties.homeZone(),
        null);
  }

  private Contact contact(Customer customer) {
    return new Contact(
        Contact.Kind.CUSTOMER,
        customer.name(),
        customer.email(),
        customer.phone(),
        null,
        inCountry(customer.language(), customer.country()),
        preferences.zoneOf(customer.country()),
        customer.country());
  }

  private Contact contact(Partner partner) {
    return new Contact(
        Contact.Kind.PARTNER,
        partner.name(),
        partner.email(),
        null,
        partner,
        partner.language(),
        properties.homeZone(),
        null);
  }

  private static Locale inCountry(Locale language, String country) {
    Locale.Builder locale = new Locale.Builder().setLanguage(language.getLanguage());
    return country == null ? locale.build() : locale.setRegion(country).build();
  }
}
