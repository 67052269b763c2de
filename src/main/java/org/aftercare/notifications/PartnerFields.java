package org.aftercare.notifications;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aftercare.customers.Customer;
import org.springframework.stereotype.Component;

/**
 * What a partner gets to know: for each wording a list of named facts, all of them in the
 * configuration under {@code aftercare.notifications.partner-fields}. A wording that is not there
 * is not for partners.
 *
 * <p>A customer's name, phone and address never come with a notice, which is stored. The notice
 * brings {@link #CUSTOMER} instead, which stays in the house, and the fields on the list are looked
 * up when the message leaves.
 */
@Component
class PartnerFields {

  /** The fact that names the customer whose contact data the wording's list asks for. */
  static final String CUSTOMER = "customerId";

  private static final Set<String> PERSONAL =
      Set.of("recipientName", "phone", "street", "postalCode", "city", "country");

  private final NotificationsProperties properties;

  PartnerFields(NotificationsProperties properties) {
    this.properties = properties;
  }

  /** Whether a message to a partner needs to know of a customer. */
  boolean needsCustomer(String template) {
    return list(template).stream().anyMatch(PERSONAL::contains);
  }

  /** The fields of a wording that are looked up when the message leaves. */
  Set<String> lookedUp(String template) {
    Set<String> fields = new TreeSet<>(list(template));
    fields.retainAll(PERSONAL);
    return fields;
  }

  /**
   * @throws FactNotForPartnerException if the notice holds a fact outside the wording's list, or
   *     personal data
   */
  void check(Notice notice) {
    Set<String> outside = new TreeSet<>(notice.facts().keySet());
    outside.removeAll(list(notice.template()));
    notice.facts().keySet().stream().filter(PERSONAL::contains).forEach(outside::add);
    if (needsCustomer(notice.template())) {
      outside.remove(CUSTOMER);
    }
    if (!outside.isEmpty() || !properties.partnerFields().containsKey(notice.template())) {
      throw new FactNotForPartnerException(notice.template(), outside);
    }
  }

  /**
   * All that leaves, and nothing else.
   *
   * @param customer whose contact data the list asks for; may be {@code null} if it asks for none
   */
  Map<String, String> of(String template, Map<String, String> facts, Customer customer) {
    Map<String, String> fields = new TreeMap<>(facts);
    if (customer != null && needsCustomer(template)) {
      fields.put("recipientName", customer.name());
      fields.put("phone", customer.phone());
      fields.put("street", customer.address().street());
      fields.put("postalCode", customer.address().postalCode());
      fields.put("city", customer.address().city());
      fields.put("country", customer.address().country());
    }
    fields.keySet().retainAll(list(template));
    return fields;
  }

  private Set<String> list(String template) {
    return properties.partnerFields().getOrDefault(template, Set.of());
  }
}
