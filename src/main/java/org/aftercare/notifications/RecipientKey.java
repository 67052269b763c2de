package org.aftercare.notifications;

import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPartner;
import org.aftercare.notifications.Recipient.ToPerson;
import org.aftercare.notifications.Recipient.ToTeam;

/** Recipients as they stand in tables: {@code customer:C-1001}. */
final class RecipientKey {

  private static final String CUSTOMER = "customer:";
  private static final String PERSON = "person:";
  private static final String TEAM = "team:";
  private static final String PARTNER = "partner:";

  private RecipientKey() {}

  static String of(Recipient recipient) {
    if (recipient instanceof ToCustomer customer) {
      return CUSTOMER + customer.customerId();
    } else if (recipient instanceof ToPerson person) {
      return PERSON + person.userId();
    } else if (recipient instanceof ToTeam team) {
      return TEAM + team.group();
    } else if (recipient instanceof ToPartner partner) {
      return PARTNER + partner.partnerId();
    }
    throw new IllegalArgumentException("Not a recipient: " + recipient);
  }

  static Recipient parse(String key) {
    if (key.startsWith(CUSTOMER)) {
      return new ToCustomer(key.substring(CUSTOMER.length()));
    } else if (key.startsWith(PERSON)) {
      return new ToPerson(key.substring(PERSON.length()));
    } else if (key.startsWith(TEAM)) {
      return new ToTeam(key.substring(TEAM.length()));
    } else if (key.startsWith(PARTNER)) {
      return new ToPartner(key.substring(PARTNER.length()));
    }
    throw new IllegalArgumentException("Not a recipient's key: " + key);
  }
}
