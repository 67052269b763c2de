package org.aftercare.notifications;

import java.util.Collection;

/** A partner was to be told something that is not on its list of fields. */
public class FactNotForPartnerException extends RuntimeException {

  FactNotForPartnerException(String template, Collection<String> facts) {
    super(
        "A partner must not get %s with %s; what each wording holds is listed under aftercare.notifications.partner-fields, and personal data is looked up, not told."
            .formatted(facts, template));
  }
}
