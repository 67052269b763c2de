package org.aftercare.engine;

import java.util.Set;

/** What a notice tells its reader, by its wording. */
public interface NoticeFacts {

  /**
   * @param named facts that stand in the wording
   * @param lookedUp the customer's contact data, which are added as the message leaves
   */
  record Told(Set<String> named, Set<String> lookedUp) {}

  /** Who is told. */
  enum Reader {
    CUSTOMER,
    /** A supplier or shipper, who gets what the list of partners' fields has. */
    PARTNER,
    STAFF
  }

  /**
   * @param template the wording's name; nothing is known of one that the bundles do not have
   */
  Told of(String template, Reader reader);
}
