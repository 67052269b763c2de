package org.aftercare.notifications;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Somebody's contact points as they are at the time of delivery; they are not stored with messages.
 *
 * @param kind decides how a message greets and ends
 * @param name as in a greeting
 * @param email or {@code null}
 * @param phone or {@code null}
 * @param partner what the configuration says of a partner, otherwise {@code null}
 * @param locale language and, as far as known, country
 * @param country ISO 3166 alpha-2 or {@code null}
 */
record Contact(
    Kind kind,
    String name,
    String email,
    String phone,
    Partner partner,
    Locale locale,
    ZoneId zone,
    String country) {

  enum Kind {
    CUSTOMER,
    STAFF,
    PARTNER
  }

  boolean reachableBy(Channel channel) {
    return switch (channel) {
      case EMAIL -> email != null && !email.isBlank();
      case SMS -> phone != null && !phone.isBlank();
      case WEBHOOK -> partner != null && partner.webhookUrl() != null;
      case IN_APP -> kind == Kind.STAFF;
    };
  }
}
