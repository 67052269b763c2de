package org.aftercare.notifications;

/** Who is told. */
public sealed interface Recipient {

  /** A customer, in their language, by their contact points. */
  record ToCustomer(String customerId) implements Recipient {}

  /** One member of staff, by their own preferences or else their team's. */
  record ToPerson(String userId) implements Recipient {}

  /** A team or role: a Camunda group, for example {@code claims}. */
  record ToTeam(String group) implements Recipient {}

  /**
   * A supplier or shipper. It gets a fixed list of named fields and nothing else.
   *
   * @param partnerId a partner of the configuration
   */
  record ToPartner(String partnerId) implements Recipient {}
}
