package org.aftercare.notifications;

/** What suppliers and shippers are called. */
public interface PartnerNames {

  /** The name of the configuration, or the id itself for a partner that it does not have. */
  String nameOf(String partnerId);
}
