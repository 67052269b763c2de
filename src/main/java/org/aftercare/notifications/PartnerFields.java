package org.aftercare.notifications;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * What a partner gets to know: for each wording a list of named facts, all of them in the
 * configuration under {@code aftercare.notifications.partner-fields}. A wording that is not there
 * is not for partners.
 */
@Component
class PartnerFields {

  private final NotificationsProperties properties;

  PartnerFields(NotificationsProperties properties) {
    this.properties = properties;
  }

  /**
   * @throws FactNotForPartnerException if the notice holds a fact outside the wording's list
   */
  void check(Notice notice) {
    Set<String> outside = new TreeSet<>(notice.facts().keySet());
    outside.removeAll(properties.partnerFields().getOrDefault(notice.template(), Set.of()));
    if (!outside.isEmpty() || !properties.partnerFields().containsKey(notice.template())) {
      throw new FactNotForPartnerException(notice.template(), outside);
    }
  }
}
