package org.aftercare.notifications;

import java.util.Collection;

/** A partner was to be told something that is not on its list of fields. */
public class FactNotForPartnerException extends RuntimeException {

  FactNotForPartnerException(String template, Collection<String> facts) {
    super(
        "A partner must not get %s with %s; the list of fields per wording is aftercare.notifications.partner-fields."
            .formatted(facts, template));
  }
}
